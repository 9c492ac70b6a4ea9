package io.rustls4j.ffi;

import java.util.function.Supplier;

/**
 * Computes once. A failure, or a skip, is thrown at every caller as it is, which a static
 * initialiser would not do.
 */
final class Memo<T> {

    private final Supplier<T> compute;
    private T value;

    Memo(Supplier<T> compute) {
        this.compute = compute;
    }

    synchronized T get() {
        if (value == null) {
            value = compute.get();
        }
        return value;
    }
}
