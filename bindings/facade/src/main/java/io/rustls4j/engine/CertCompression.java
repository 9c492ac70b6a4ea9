package io.rustls4j.engine;

import io.rustls4j.CertCompressor;
import io.rustls4j.CertDecompressor;
import io.rustls4j.TlsConfigException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether certificates are compressed (RFC 8879), and by whom. */
public sealed interface CertCompression {
    /** By the engine's own algorithms, if it has any. */
    record BuiltIn() implements CertCompression {}

    /** Not at all. */
    record Disabled() implements CertCompression {}

    /** By the application's algorithms, and no others. */
    record Algorithms(List<CertCompressor> compressors, List<CertDecompressor> decompressors)
            implements CertCompression {
        private static final int MOST = 0xffff;

        public Algorithms {
            compressors = List.copyOf(compressors);
            decompressors = List.copyOf(decompressors);
            check(compressors.stream().map(CertCompressor::algorithm).toList());
            check(decompressors.stream().map(CertDecompressor::algorithm).toList());
        }

        private static void check(List<Integer> numbers) {
            Set<Integer> seen = new HashSet<>();
            for (int number : numbers) {
                if (number < 1 || number > MOST) {
                    throw refused("the number " + number + "; 1 to " + MOST + " is wanted");
                }
                if (!seen.add(number)) {
                    throw refused("the number " + number + " twice; once is wanted");
                }
            }
        }

        private static TlsConfigException refused(String what) {
            return new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "an algorithm for certificate compression with " + what);
        }
    }

    /** The engine's own, or none. */
    static CertCompression of(boolean enable) {
        return enable ? new BuiltIn() : new Disabled();
    }
}
