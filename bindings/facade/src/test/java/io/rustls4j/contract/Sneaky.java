package io.rustls4j.contract;

/** Throws what a method does not declare; languages other than Java do it all the time. */
final class Sneaky {
    private Sneaky() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <R> R raise(Throwable thrown) {
        return Sneaky.<R, RuntimeException>raiseAs(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <R, T extends Throwable> R raiseAs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
