package io.rustls4j.rustls;

import io.rustls4j.ServerSessionStore;
import io.rustls4j.ffi.rustls4j_get_session_callback;
import io.rustls4j.ffi.rustls4j_put_session_callback;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Native code keeps and finds sessions in the application's store. A store that fails costs a full
 * handshake, no more, so what it throws is logged and does not fail the connection.
 */
final class SessionUpcalls {
    static final MemorySegment PUT =
            UpcallStub.of(
                    rustls4j_put_session_callback.Function.class,
                    new rustls4j_put_session_callback.Function() {
                        @Override
                        public boolean apply(long ctx, MemorySegment key, MemorySegment value) {
                            return put(ctx, key, value);
                        }
                    },
                    rustls4j_put_session_callback.descriptor());
    static final MemorySegment GET =
            UpcallStub.of(
                    rustls4j_get_session_callback.Function.class,
                    new rustls4j_get_session_callback.Function() {
                        @Override
                        public long apply(
                                long ctx,
                                MemorySegment key,
                                boolean remove,
                                MemorySegment out,
                                long cap) {
                            return get(ctx, key, remove, out, cap);
                        }
                    },
                    rustls4j_get_session_callback.descriptor());

    private SessionUpcalls() {}

    private static boolean put(long ctx, MemorySegment key, MemorySegment value) {
        try {
            return Contexts.find(ctx, ServerSessionStore.class)
                    .put(NativeData.readBytes(key), NativeData.readBytes(value));
        } catch (Throwable thrown) {
            CallbackLog.failed("session store", thrown);
            return false;
        }
    }

    private static long get(
            long ctx, MemorySegment key, boolean remove, MemorySegment out, long cap) {
        try {
            ServerSessionStore store = Contexts.find(ctx, ServerSessionStore.class);
            byte[] id = NativeData.readBytes(key);
            Optional<byte[]> found = remove ? store.take(id) : store.get(id);
            return found.isEmpty() ? 0 : copyOut(found.get(), out, cap);
        } catch (Throwable thrown) {
            CallbackLog.failed("session store", thrown);
            return 0;
        }
    }

    private static long copyOut(byte[] session, MemorySegment out, long cap) {
        if (session.length > cap) {
            throw new IllegalStateException(
                    "the session store returned "
                            + session.length
                            + " bytes; a session has at most "
                            + cap);
        }
        MemorySegment.copy(
                session, 0, NativeData.bounded(out, cap), ValueLayout.JAVA_BYTE, 0, session.length);
        return session.length;
    }
}
