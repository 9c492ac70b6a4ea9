package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_drop_callback;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The Java objects that native objects call back to, by number. There is one upcall stub per kind
 * of callback for the whole process; the number tells whose call it is. An entry lives until native
 * code says that the last reference is gone.
 */
final class Contexts {
    private static final ConcurrentMap<Long, Object> OBJECTS = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong(1);

    /** The stub that native code calls when a number is not needed any more. */
    static final MemorySegment DROP =
            UpcallStub.of(
                    rustls4j_drop_callback.Function.class,
                    new rustls4j_drop_callback.Function() {
                        @Override
                        public void apply(long ctx) {
                            drop(ctx);
                        }
                    },
                    rustls4j_drop_callback.descriptor());

    private Contexts() {}

    static long register(Object object) {
        long id = NEXT.getAndIncrement();
        OBJECTS.put(id, object);
        return id;
    }

    static <T> T find(long id, Class<T> type) {
        Object object = OBJECTS.get(id);
        if (object == null) {
            throw new IllegalStateException(
                    "native code calls back for a "
                            + type.getSimpleName()
                            + " that it has dropped");
        }
        return type.cast(object);
    }

    /** Removing what is not there is no error, so nothing in here can throw into native code. */
    static void drop(long id) {
        OBJECTS.remove(id);
    }

    /** How many are registered, for tests that look for leaks. */
    static int size() {
        return OBJECTS.size();
    }
}
