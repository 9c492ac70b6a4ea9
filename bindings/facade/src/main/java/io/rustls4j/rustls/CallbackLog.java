package io.rustls4j.rustls;

/** Where it is said that a callback threw whose failure must not fail the connection. */
final class CallbackLog {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");

    private CallbackLog() {}

    /** Even a logger that throws must not throw into native code. */
    static void failed(String callback, Throwable thrown) {
        try {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "the application's " + callback + " threw; it is ignored",
                    thrown);
        } catch (Throwable fromLogger) {
            UpcallFailure.keep(fromLogger);
        }
    }
}
