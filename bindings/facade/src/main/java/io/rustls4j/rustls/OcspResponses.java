package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Fetches what the native library keeps of an unwrap for the thread that made it. */
final class OcspResponses {
    private OcspResponses() {}

    /** Takes the response that the last unwrap of this thread has reported. */
    static byte[] take() {
        long length = rustls4j_h.rustls4j_take_ocsp_response(MemorySegment.NULL, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment response = arena.allocate(length);
            rustls4j_h.rustls4j_take_ocsp_response(response, length);
            return response.toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
