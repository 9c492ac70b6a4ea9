package io.rustls4j;

/**
 * An algorithm that compresses the certificates that are sent, with TLS 1.3 (RFC 8879, {@code
 * rustls::compress::CertCompressor}). It is asked during handshakes, by several at once.
 */
public interface CertCompressor {
    /**
     * The number that the algorithm goes by.
     *
     * @return 1 for zlib, 2 for Brotli, 3 for Zstandard, or another that both sides know; 1 to
     *     65535 (RFC 8879 section 7.3)
     */
    int algorithm();

    /**
     * Compresses. The result is kept for the next handshakes with the same certificates.
     *
     * @param certificates a Certificate message
     * @return what it comes to: at least 1 byte, and at most 65536 more than there were. If this
     *     throws, or returns another length, that is logged, and the certificates are sent as they
     *     are.
     */
    byte[] compress(byte[] certificates);
}
