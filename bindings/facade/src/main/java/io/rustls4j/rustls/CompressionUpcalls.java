package io.rustls4j.rustls;

import io.rustls4j.CertCompressor;
import io.rustls4j.CertDecompressor;
import io.rustls4j.ffi.rustls4j_compress_cert_callback;
import io.rustls4j.ffi.rustls4j_decompress_cert_callback;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Native code has certificates compressed and decompressed by the application. One that cannot
 * compress costs some bytes, no more, so what it throws is logged; one that cannot decompress fails
 * the handshake.
 */
final class CompressionUpcalls {
    static final MemorySegment COMPRESS =
            UpcallStub.of(
                    rustls4j_compress_cert_callback.Function.class,
                    CompressionUpcalls::compress,
                    rustls4j_compress_cert_callback.descriptor());
    static final MemorySegment DECOMPRESS =
            UpcallStub.of(
                    rustls4j_decompress_cert_callback.Function.class,
                    CompressionUpcalls::decompress,
                    rustls4j_decompress_cert_callback.descriptor());

    private CompressionUpcalls() {}

    private static long compress(long ctx, MemorySegment input, MemorySegment out, long cap) {
        try {
            byte[] result =
                    Contexts.find(ctx, CertCompressor.class).compress(NativeData.readBytes(input));
            if (result.length == 0 || result.length > cap) {
                throw new IllegalStateException(
                        "it returned " + result.length + " bytes; 1 to " + cap + " are wanted");
            }
            copy(result, out);
            return result.length;
        } catch (Throwable thrown) {
            CallbackLog.failed("certificate compressor", thrown);
            return 0;
        }
    }

    private static boolean decompress(
            long ctx, MemorySegment input, MemorySegment out, long length) {
        try {
            byte[] result =
                    Contexts.find(ctx, CertDecompressor.class)
                            .decompress(NativeData.readBytes(input), Math.toIntExact(length));
            if (result.length != length) {
                throw new IllegalStateException(
                        "the certificate decompressor returned "
                                + result.length
                                + " bytes; "
                                + length
                                + " are wanted");
            }
            copy(result, out);
            return true;
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return false;
        }
    }

    private static void copy(byte[] bytes, MemorySegment out) {
        MemorySegment.copy(
                bytes,
                0,
                NativeData.bounded(out, bytes.length),
                ValueLayout.JAVA_BYTE,
                0,
                bytes.length);
    }
}
