package io.rustls4j.cli.server;

/** SIGINT and SIGTERM. */
final class StopSignal {
    private StopSignal() {}

    /** Serves until the process is told to end, which then waits for the listener's farewells. */
    static void serve(TlsListener listener) {
        Thread hook = Thread.ofPlatform().name("stop").unstarted(listener::close);
        Runtime.getRuntime().addShutdownHook(hook);
        listener.serve();
        forget(hook);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger("io.rustls4j.cli")
                    .log(System.Logger.Level.DEBUG, "the hook runs already", e);
        }
    }
}
