package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that peers have shown lately. Most connections go to few peers; theirs share one
 * object, so that not each handshake copies them, not each trust manager has them parsed, and not
 * each session keeps its own. Thread-safe.
 */
final class SeenCertificates {
    /** A power of two. One is about a kilobyte, and some five more if it was parsed. */
    private static final int SETS = 32;

    /** Several, so that certificates of one chain do not drive each other out for good. */
    private static final int WAYS = 4;

    private static final AtomicReferenceArray<@Nullable Seen> SEEN =
            new AtomicReferenceArray<>(SETS * WAYS);

    private SeenCertificates() {}

    private record Seen(MemorySegment der, CertificateDer certificate) {}

    /** The certificate with these bytes, which are copied if they are new. */
    static CertificateDer get(MemorySegment der) {
        int first = set(der) * WAYS;
        for (int way = first; way < first + WAYS; way++) {
            Seen known = SEEN.get(way);
            if (known != null
                    && known.der.byteSize() == der.byteSize()
                    && known.der.mismatch(der) < 0) {
                return known.certificate;
            }
        }
        byte[] copy = der.toArray(ValueLayout.JAVA_BYTE);
        CertificateDer certificate = CertificateDer.of(copy);
        keep(first, new Seen(MemorySegment.ofArray(copy), certificate));
        return certificate;
    }

    /** The newest goes first and the oldest of its set goes; who races for a place may lose it. */
    private static void keep(int first, Seen newest) {
        @Nullable Seen next = newest;
        for (int way = first; way < first + WAYS && next != null; way++) {
            next = SEEN.getAndSet(way, next);
        }
    }

    /** By the last bytes: those are of the signature, and differ most. */
    private static int set(MemorySegment der) {
        long length = der.byteSize();
        int sum = (int) length;
        for (long i = Math.max(0, length - Long.BYTES); i < length; i++) {
            sum = 31 * sum + der.get(ValueLayout.JAVA_BYTE, i);
        }
        return sum & (SETS - 1);
    }
}
