package io.rustls4j.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Arrays for records of handshakes that wait for a moment: for a task, or for a buffer to be sent
 * in. A few serve all connections. They hold what is on the wire, so nothing in them is secret.
 * Thread-safe.
 */
public final class RecordArrays {
    /** How long the arrays are; the records of most handshakes are shorter. */
    public static final int LENGTH = 4096;

    private static final int KEPT = 32;
    private static final AtomicReferenceArray<byte @Nullable []> FREE =
            new AtomicReferenceArray<>(KEPT);

    private RecordArrays() {}

    /**
     * Takes an array; what it has in it is of no meaning.
     *
     * @param atLeast how long it has to be
     * @return an array that nobody else has, until it is given back
     */
    public static byte[] take(int atLeast) {
        if (atLeast > LENGTH) {
            return new byte[atLeast];
        }
        for (int i = 0; i < KEPT; i++) {
            byte[] array = FREE.get(i);
            if (array != null && FREE.compareAndSet(i, array, null)) {
                return array;
            }
        }
        return new byte[LENGTH];
    }

    /**
     * Gives an array back, once. What is too much, or of another length, is left to the garbage
     * collector.
     *
     * @param array what was taken; not to be used any more
     */
    public static void give(byte[] array) {
        if (array.length != LENGTH) {
            return;
        }
        for (int i = 0; i < KEPT; i++) {
            if (FREE.get(i) == null && FREE.compareAndSet(i, null, array)) {
                return;
            }
        }
    }
}
