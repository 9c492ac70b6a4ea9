package io.rustls4j.jsse.connection;

import io.rustls4j.CipherSuite;

/**
 * How large the records of an established connection are.
 *
 * @param maxFragment the most plaintext that goes into one record to send
 * @param overhead what a record has besides its plaintext; with TLS 1.3 there can also be padding
 */
record RecordSizes(int maxFragment, int overhead) {
    private static final int MAX_FRAGMENT = 16384;

    /** Content type and tag (RFC 8446 section 5.2). */
    private static final RecordSizes TLS13 =
            new RecordSizes(MAX_FRAGMENT, RecordHeader.LENGTH + 1 + 16);

    /** Explicit nonce and tag (RFC 5288 section 3). */
    private static final RecordSizes TLS12_GCM =
            new RecordSizes(MAX_FRAGMENT, RecordHeader.LENGTH + 8 + 16);

    /** The tag alone (RFC 7905 section 2). */
    private static final RecordSizes TLS12_CHACHA20 =
            new RecordSizes(MAX_FRAGMENT, RecordHeader.LENGTH + 16);

    /**
     * Sizes for what was negotiated.
     *
     * @param maximumPacketSize the largest record to send, or 0 for what TLS allows
     */
    static RecordSizes of(boolean tls13, CipherSuite suite, int maximumPacketSize) {
        RecordSizes full = tls13 ? TLS13 : isChaCha20(suite) ? TLS12_CHACHA20 : TLS12_GCM;
        return maximumPacketSize == 0
                ? full
                : new RecordSizes(
                        Math.clamp(maximumPacketSize - full.overhead, 1, MAX_FRAGMENT),
                        full.overhead);
    }

    private static boolean isChaCha20(CipherSuite suite) {
        return suite.equals(CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256)
                || suite.equals(CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256);
    }

    /** The most plaintext that a record of this length can hold. */
    int largestPlaintext(int recordLength) {
        return Math.clamp(recordLength - (long) overhead, 0, MAX_FRAGMENT);
    }
}
