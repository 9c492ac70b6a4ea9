package io.netty.internal.tcnative;

/** Compresses certificates: see {@link SSLContext#addCertificateCompressionAlgorithm}. */
public interface CertificateCompressionAlgo {
    /** zlib. */
    int TLS_EXT_CERT_COMPRESSION_ZLIB =
            NativeStaticallyReferencedJniMethods.tlsExtCertCompressionZlib();

    /** Brotli. */
    int TLS_EXT_CERT_COMPRESSION_BROTLI =
            NativeStaticallyReferencedJniMethods.tlsExtCertCompressionBrotli();

    /** Zstandard. */
    int TLS_EXT_CERT_COMPRESSION_ZSTD =
            NativeStaticallyReferencedJniMethods.tlsExtCertCompressionZstd();

    /**
     * Compresses certificates that are sent.
     *
     * @param ssl the connection
     * @param input the certificates
     * @return what they are compressed
     * @throws Exception if that fails, and the handshake with it
     */
    byte[] compress(long ssl, byte[] input) throws Exception;

    /**
     * Decompresses certificates that were received. The peer is a stranger yet: this has to stop,
     * by an exception, at the length that it is given.
     *
     * @param ssl the connection
     * @param uncompressedLen how long the certificates are said to be
     * @param input what they are compressed
     * @return the certificates
     * @throws Exception if that fails or yields more, and the handshake fails with it
     */
    byte[] decompress(long ssl, int uncompressedLen, byte[] input) throws Exception;

    /**
     * The algorithm.
     *
     * @return its number in TLS, such as {@link #TLS_EXT_CERT_COMPRESSION_ZLIB}
     */
    int algorithmId();
}
