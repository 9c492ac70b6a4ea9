package io.rustls4j.tcnative.certificate;

import io.rustls4j.CertificateDer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of certificates, as Netty wants them: arrays, several times in each handshake. The
 * facade has one object for a certificate that is shown often, and here it has one array. Netty
 * copies what it shows to applications. Thread-safe.
 */
public final class Encodings {
    /** A power of two. */
    private static final int SETS = 16;

    /** Several, so that certificates of one chain do not drive each other out for good. */
    private static final int WAYS = 4;

    private static final AtomicReferenceArray<@Nullable Encoding> KNOWN =
            new AtomicReferenceArray<>(SETS * WAYS);

    private Encodings() {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoding(CertificateDer certificate, byte[] der) {}

    /**
     * The bytes of a chain.
     *
     * @param chain the certificates
     * @return their encodings; not to be changed
     */
    public static byte[][] of(List<CertificateDer> chain) {
        byte[][] encodings = new byte[chain.size()][];
        for (int i = 0; i < encodings.length; i++) {
            encodings[i] = of(chain.get(i));
        }
        return encodings;
    }

    /**
     * The bytes of a certificate.
     *
     * @param certificate the certificate
     * @return its encoding; not to be changed
     */
    public static byte[] of(CertificateDer certificate) {
        int first = (System.identityHashCode(certificate) & (SETS - 1)) * WAYS;
        for (int way = first; way < first + WAYS; way++) {
            Encoding known = KNOWN.get(way);
            if (known != null && known.certificate.equals(certificate)) {
                return known.der;
            }
        }
        byte[] der = certificate.bytes();
        keep(first, new Encoding(certificate, der));
        return der;
    }

    /** The newest goes first and the oldest of its set goes; who races for a place may lose it. */
    private static void keep(int first, Encoding newest) {
        @Nullable Encoding next = newest;
        for (int way = first; way < first + WAYS && next != null; way++) {
            next = KNOWN.getAndSet(way, next);
        }
    }
}
