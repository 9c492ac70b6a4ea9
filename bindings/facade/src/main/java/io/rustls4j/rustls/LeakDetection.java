package io.rustls4j.rustls;

import org.jspecify.annotations.Nullable;

/**
 * Tells where objects were made that nobody closed. Off unless {@value #PROPERTY} is true, since it
 * takes a stack trace for every object; their memory is given back in any case.
 */
final class LeakDetection {
    static final String PROPERTY = "rustls4j.leakDetection";

    private static final boolean ENABLED = Boolean.getBoolean(PROPERTY);
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.leaks");

    private LeakDetection() {}

    /** Where an object was made; shown as the cause by whatever goes wrong with it. */
    static final class Origin extends Throwable {
        private static final long serialVersionUID = 1L;

        Origin() {
            super("made here, by the thread " + Thread.currentThread().getName());
        }
    }

    static @Nullable Throwable origin() {
        return ENABLED ? new Origin() : null;
    }

    static void report(HandleKind kind, @Nullable Throwable origin) {
        if (origin != null) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "a " + kind + " was never closed; it was garbage-collected and is freed now",
                    origin);
        }
    }
}
