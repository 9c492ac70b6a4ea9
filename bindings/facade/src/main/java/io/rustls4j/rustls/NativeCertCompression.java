package io.rustls4j.rustls;

import io.rustls4j.CertCompressor;
import io.rustls4j.CertDecompressor;
import io.rustls4j.engine.CertCompression;
import io.rustls4j.ffi.rustls4j_cert_compressor;
import io.rustls4j.ffi.rustls4j_cert_decompressor;
import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A choice about certificate compression as the options of both sides have it.
 *
 * @param kind one of {@code RUSTLS4J_KEEP}, {@code RUSTLS4J_OFF}, {@code
 *     RUSTLS4J_CERT_COMPRESSION_CALLBACKS}
 */
record NativeCertCompression(
        int kind,
        MemorySegment compressors,
        int compressorsLength,
        MemorySegment decompressors,
        int decompressorsLength) {
    static NativeCertCompression of(
            NativeScope scope, CertCompression choice, ContextLedger contexts) {
        return switch (choice) {
            case CertCompression.BuiltIn builtIn -> without(rustls4j_h.RUSTLS4J_KEEP());
            case CertCompression.Disabled disabled -> without(rustls4j_h.RUSTLS4J_OFF());
            case CertCompression.Algorithms(var compressors, var decompressors) ->
                    new NativeCertCompression(
                            rustls4j_h.RUSTLS4J_CERT_COMPRESSION_CALLBACKS(),
                            compressors(scope, compressors, contexts),
                            compressors.size(),
                            decompressors(scope, decompressors, contexts),
                            decompressors.size());
        };
    }

    private static NativeCertCompression without(int kind) {
        return new NativeCertCompression(kind, MemorySegment.NULL, 0, MemorySegment.NULL, 0);
    }

    private static MemorySegment compressors(
            NativeScope scope, List<CertCompressor> all, ContextLedger contexts) {
        MemorySegment array = rustls4j_cert_compressor.allocateArray(all.size(), scope.arena());
        for (int i = 0; i < all.size(); i++) {
            MemorySegment one = rustls4j_cert_compressor.asSlice(array, i);
            rustls4j_cert_compressor.ctx(one, contexts.register(all.get(i)));
            rustls4j_cert_compressor.compress(one, CompressionUpcalls.COMPRESS);
            rustls4j_cert_compressor.drop(one, Contexts.DROP);
            rustls4j_cert_compressor.algorithm(one, (short) all.get(i).algorithm());
        }
        return array;
    }

    private static MemorySegment decompressors(
            NativeScope scope, List<CertDecompressor> all, ContextLedger contexts) {
        MemorySegment array = rustls4j_cert_decompressor.allocateArray(all.size(), scope.arena());
        for (int i = 0; i < all.size(); i++) {
            MemorySegment one = rustls4j_cert_decompressor.asSlice(array, i);
            rustls4j_cert_decompressor.ctx(one, contexts.register(all.get(i)));
            rustls4j_cert_decompressor.decompress(one, CompressionUpcalls.DECOMPRESS);
            rustls4j_cert_decompressor.drop(one, Contexts.DROP);
            rustls4j_cert_decompressor.algorithm(one, (short) all.get(i).algorithm());
        }
        return array;
    }
}
