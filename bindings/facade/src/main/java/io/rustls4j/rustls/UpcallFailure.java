package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import org.jspecify.annotations.Nullable;

/**
 * What a callback threw, on its way around native code. Upcalls run on the thread that made the
 * downcall, so it waits in a thread-local until the downcall comes back with an error. An exception
 * that left an upcall would end the JVM.
 */
final class UpcallFailure {
    private static final ThreadLocal<@Nullable Throwable> KEPT = new ThreadLocal<>();

    private UpcallFailure() {}

    static void keep(Throwable thrown) {
        KEPT.set(thrown);
    }

    /** What came of a call before this one is not this one's. */
    static void forget() {
        if (KEPT.get() != null) {
            KEPT.remove();
        }
    }

    /** What the last callback threw, or would have: native code calls none without stack for it. */
    static @Nullable Throwable take() {
        Throwable kept = KEPT.get();
        if (kept != null) {
            KEPT.remove();
            return kept;
        }
        long stack = rustls4j_h.rustls4j_stack_of_refused_callback();
        return stack == 0
                ? null
                : new StackOverflowError(
                        "no callback is called with " + stack + " bytes of the stack left");
    }
}
