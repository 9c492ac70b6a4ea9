package io.rustls4j.rustls;

import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The values of the numbers in hellos, and the lists of them, so that one connection's are the next
 * one's too. What is not there any more is made again. Thread-safe.
 *
 * @param <T> what a number stands for
 */
abstract class SeenNumbers<T> {
    /** More places than there are numbers in use. */
    private static final int KEPT_BITS = 9;

    private static final int KEPT = 1 << KEPT_BITS;

    /** Gives no two of the numbers in use one place. */
    private static final int SPREAD = 0xc2b2ae35;

    /** A few kinds of clients send most hellos; browsers put one of 16 random numbers in each. */
    private static final int KEPT_LIST_BITS = 6;

    private static final int KEPT_LISTS = 1 << KEPT_LIST_BITS;

    /** Longer ones are not kept for others: a client chooses what is in them. */
    private static final int LONGEST = 128;

    private final AtomicReferenceArray<@Nullable Seen<T>> seen = new AtomicReferenceArray<>(KEPT);
    private final AtomicReferenceArray<@Nullable SeenList<T>> lists =
            new AtomicReferenceArray<>(KEPT_LISTS);

    /** Makes the value of a number, 0 to 65535. */
    abstract T make(int number);

    private record Seen<T>(int number, T value) {}

    private static final class SeenList<T> {
        final byte[] encoded;
        final List<T> values;

        SeenList(byte[] encoded, List<T> values) {
            this.encoded = encoded;
            this.values = values;
        }
    }

    /**
     * The values of all that is left.
     *
     * @return an immutable list
     */
    List<T> list(WireReader from) throws MalformedMessageException {
        byte[] encoded = from.rest();
        int place = hash(encoded) >>> (Integer.SIZE - KEPT_LIST_BITS);
        SeenList<T> known = lists.get(place);
        if (known != null && Arrays.equals(known.encoded, encoded)) {
            return known.values;
        }
        List<T> values = read(new WireReader(encoded));
        if (encoded.length <= LONGEST) {
            lists.set(place, new SeenList<>(encoded, values));
        }
        return values;
    }

    /** Gives no two of the lists one place that differ in one of the numbers of RFC 8701 alone. */
    private static int hash(byte[] encoded) {
        int hash = 0;
        for (int i = 1; i < encoded.length; i += Short.BYTES) {
            hash = hash * SPREAD + ((encoded[i - 1] & 0xff) << Byte.SIZE | (encoded[i] & 0xff));
        }
        return hash;
    }

    private List<T> read(WireReader from) throws MalformedMessageException {
        List<T> values = new ArrayList<>(from.remaining() / Short.BYTES);
        while (from.hasRemaining()) {
            values.add(get(from.u16()));
        }
        return List.copyOf(values);
    }

    T get(int number) {
        int place = (number * SPREAD) >>> (Integer.SIZE - KEPT_BITS);
        Seen<T> known = seen.get(place);
        if (known == null || known.number != number) {
            known = new Seen<>(number, make(number));
            seen.set(place, known);
        }
        return known.value;
    }
}
