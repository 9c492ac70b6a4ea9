package io.rustls4j.rustls;

import io.rustls4j.ServerSessionStore;
import io.rustls4j.ffi.rustls4j_get_session_callback;
import io.rustls4j.ffi.rustls4j_put_session_callback;
import io.rustls4j.ffi.rustls4j_session_request;
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
                        public int apply(long ctx, MemorySegment request) {
                            return put(ctx, request);
                        }
                    },
                    rustls4j_put_session_callback.descriptor());
    static final MemorySegment GET =
            UpcallStub.of(
                    rustls4j_get_session_callback.Function.class,
                    new rustls4j_get_session_callback.Function() {
                        @Override
                        public int apply(long ctx, MemorySegment request) {
                            return get(ctx, request);
                        }
                    },
                    rustls4j_get_session_callback.descriptor());

    private SessionUpcalls() {}

    private static int put(long ctx, MemorySegment request) {
        try {
            boolean kept =
                    Contexts.find(ctx, ServerSessionStore.class)
                            .put(
                                    NativeData.readBytes(rustls4j_session_request.key(request)),
                                    NativeData.readBytes(rustls4j_session_request.value(request)));
            return kept ? RustlsResult.OK : RustlsResult.GENERAL;
        } catch (Throwable thrown) {
            CallbackLog.failed("session store", thrown);
            return RustlsResult.GENERAL;
        }
    }

    private static int get(long ctx, MemorySegment request) {
        try {
            ServerSessionStore store = Contexts.find(ctx, ServerSessionStore.class);
            byte[] id = NativeData.readBytes(rustls4j_session_request.key(request));
            Optional<byte[]> found =
                    rustls4j_session_request.remove(request) ? store.take(id) : store.get(id);
            if (found.isPresent()) {
                answer(request, found.get());
            }
            return RustlsResult.OK;
        } catch (Throwable thrown) {
            CallbackLog.failed("session store", thrown);
            return RustlsResult.GENERAL;
        }
    }

    private static void answer(MemorySegment request, byte[] session) {
        long cap = rustls4j_session_request.cap(request);
        if (session.length > cap) {
            throw new IllegalStateException(
                    "the session store returned "
                            + session.length
                            + " bytes; a session has at most "
                            + cap);
        }
        MemorySegment.copy(
                session,
                0,
                NativeData.bounded(rustls4j_session_request.buf(request), cap),
                ValueLayout.JAVA_BYTE,
                0,
                session.length);
        rustls4j_session_request.len(request, session.length);
    }
}
