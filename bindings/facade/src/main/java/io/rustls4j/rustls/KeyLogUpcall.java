package io.rustls4j.rustls;

import io.rustls4j.KeyLog;
import io.rustls4j.ffi.rustls4j_key_log_callback;
import java.lang.foreign.MemorySegment;

/** Native code passes on the secrets of connections. */
final class KeyLogUpcall {
    static final MemorySegment STUB =
            UpcallStub.of(
                    rustls4j_key_log_callback.Function.class,
                    KeyLogUpcall::log,
                    rustls4j_key_log_callback.descriptor());

    private KeyLogUpcall() {}

    private static void log(
            long ctx, MemorySegment label, MemorySegment clientRandom, MemorySegment secret) {
        try {
            Contexts.find(ctx, KeyLog.class)
                    .log(
                            NativeData.utf8(NativeData.readBytes(label)),
                            NativeData.readBytes(clientRandom),
                            NativeData.readBytes(secret));
        } catch (Throwable thrown) {
            CallbackLog.failed("key log", thrown);
        }
    }
}
