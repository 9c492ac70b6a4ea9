package io.rustls4j.tcnative.handle;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Gives out numbers that stand for objects, as OpenSSL gives out pointers; but a number that stands
 * for nothing, for something removed, or for something of another table is refused and not
 * followed. Thread-safe; looking up takes no lock and makes no garbage.
 *
 * <p>A number has, from the top: a 0, 7 bits of the table, 32 bits that differ from one {@link
 * #add} to the next, 24 bits of the place in the table. It is positive, because no table is number
 * 0.
 *
 * @param <T> what the numbers stand for
 */
public final class HandleTable<T> {
    private static final int INDEX_BITS = 24;
    private static final int MAX_SIZE = 1 << INDEX_BITS;
    private static final int KIND_SHIFT = 56;
    private static final int KINDS = 127;
    private static final long GENERATION_MASK = 0xffff_ffffL;

    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENT_SIZE = 1 << SEGMENT_BITS;
    private static final int SEGMENT_MASK = SEGMENT_SIZE - 1;

    private static final AtomicInteger TABLES = new AtomicInteger();

    private final String what;
    private final long kind;

    /** Replaced, never changed, when there is a new segment. */
    private volatile AtomicReferenceArray<AtomicReferenceArray<Entry<T>>> segments =
            new AtomicReferenceArray<>(0);

    // The rest is guarded by this.

    private long generation;
    private int used;
    private int[] free = new int[16];
    private int freeCount;

    /** The number itself, all of which must fit, and what it stands for. */
    private record Entry<T>(long number, T value) {}

    /**
     * Creates an empty table.
     *
     * @param what the name of what it has, for messages
     */
    public HandleTable(String what) {
        this.what = what;
        this.kind = (long) (TABLES.getAndIncrement() % KINDS + 1) << KIND_SHIFT;
    }

    /**
     * Takes an object in.
     *
     * @param value the object; it may be in the table already, and then has two numbers
     * @return a number that stands for it until it is removed; positive
     * @throws IllegalStateException if there are 16777216 objects already
     */
    public synchronized long add(T value) {
        int index = freeCount > 0 ? free[--freeCount] : newIndex();
        generation = (generation + 1) & GENERATION_MASK;
        long number = kind | generation << INDEX_BITS | index;
        segments.get(index >>> SEGMENT_BITS)
                .setRelease(index & SEGMENT_MASK, new Entry<>(number, value));
        return number;
    }

    /**
     * Looks up.
     *
     * @param number what {@link #add} returned
     * @return what it stands for
     * @throws NullPointerException if the number is 0
     * @throws IllegalArgumentException if the number stands for nothing here, or not any more
     */
    public T get(long number) {
        Entry<T> entry = entry(number);
        if (entry == null) {
            throw refused(number);
        }
        return entry.value;
    }

    /**
     * Removes, after which the number stands for nothing.
     *
     * @param number what {@link #add} returned
     * @return what it stood for
     * @throws NullPointerException if the number is 0
     * @throws IllegalArgumentException if the number stands for nothing here, or not any more
     */
    public synchronized T remove(long number) {
        Entry<T> entry = entry(number);
        if (entry == null) {
            throw refused(number);
        }
        int index = indexOf(number);
        segments.get(index >>> SEGMENT_BITS).setRelease(index & SEGMENT_MASK, null);
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = index;
        return entry.value;
    }

    /**
     * How many objects there are.
     *
     * @return the number of those added and not removed
     */
    public synchronized int size() {
        return used - freeCount;
    }

    private @Nullable Entry<T> entry(long number) {
        int index = indexOf(number);
        AtomicReferenceArray<AtomicReferenceArray<Entry<T>>> all = segments;
        int segment = index >>> SEGMENT_BITS;
        if (segment >= all.length()) {
            return null;
        }
        Entry<T> entry = all.getPlain(segment).getAcquire(index & SEGMENT_MASK);
        return entry != null && entry.number == number ? entry : null;
    }

    private static int indexOf(long number) {
        return (int) number & (MAX_SIZE - 1);
    }

    private int newIndex() {
        if (used == MAX_SIZE) {
            throw new IllegalStateException(
                    "there are " + MAX_SIZE + " of " + what + " already, which is the most");
        }
        AtomicReferenceArray<AtomicReferenceArray<Entry<T>>> all = segments;
        if (used == all.length() << SEGMENT_BITS) {
            AtomicReferenceArray<AtomicReferenceArray<Entry<T>>> more =
                    new AtomicReferenceArray<>(all.length() + 1);
            for (int i = 0; i < all.length(); i++) {
                more.setPlain(i, all.getPlain(i));
            }
            more.setPlain(all.length(), new AtomicReferenceArray<>(SEGMENT_SIZE));
            segments = more;
        }
        return used++;
    }

    private RuntimeException refused(long number) {
        if (number == 0) {
            return new NullPointerException(what);
        }
        return new IllegalArgumentException(
                "0x"
                        + Long.toHexString(number)
                        + " is not the handle of a "
                        + what
                        + ", or of one that has been freed");
    }
}
