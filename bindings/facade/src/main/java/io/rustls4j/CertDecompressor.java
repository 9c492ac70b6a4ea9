package io.rustls4j;

/**
 * An algorithm that decompresses the certificates that come, with TLS 1.3 (RFC 8879, {@code
 * rustls::compress::CertDecompressor}). It is asked during handshakes, by several at once.
 */
public interface CertDecompressor {
    /**
     * The number that the algorithm goes by.
     *
     * @return 1 for zlib, 2 for Brotli, 3 for Zstandard, or another that both sides know; 1 to
     *     65535 (RFC 8879 section 7.3)
     */
    int algorithm();

    /**
     * Decompresses what the peer has sent. Nothing about it is verified yet.
     *
     * @param compressed what came
     * @param length how many bytes it has to come to, as the peer says; at most 65536
     * @return that many bytes. If this throws, or returns another length, the handshake fails, with
     *     the exception as the cause.
     */
    byte[] decompress(byte[] compressed, int length);
}
