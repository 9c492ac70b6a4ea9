package io.rustls4j.rustls;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values of the numbers that hellos list, so that one client's values are the next client's
 * too. A value that is not there any more is made again. Thread-safe.
 *
 * @param <T> what a number stands for
 */
final class SeenNumbers<T> {
    /** More places than there are numbers in use. */
    private static final int KEPT_BITS = 9;

    private static final int KEPT = 1 << KEPT_BITS;

    /** Gives no two of the numbers in use one place. */
    private static final int SPREAD = 0xc2b2ae35;

    private final AtomicReferenceArray<@Nullable Seen<T>> seen = new AtomicReferenceArray<>(KEPT);
    private final IntFunction<T> maker;

    /**
     * @param maker makes the value of a number, 0 to 65535
     */
    SeenNumbers(IntFunction<T> maker) {
        this.maker = maker;
    }

    private record Seen<T>(int number, T value) {}

    T get(int number) {
        int place = (number * SPREAD) >>> (Integer.SIZE - KEPT_BITS);
        Seen<T> known = seen.get(place);
        if (known == null || known.number != number) {
            known = new Seen<>(number, maker.apply(number));
            seen.set(place, known);
        }
        return known.value;
    }
}
