package io.rustls4j.jsse.session;

import io.rustls4j.CipherSuite;
import org.jspecify.annotations.Nullable;

/** How large buffers must be, by the JDK's reckoning: applications compare with its numbers. */
final class BufferSizes {
    /** Header, nonce, plaintext, padding and MAC of the largest record that JSSE reckons with. */
    static final int LARGEST_PACKET = 5 + 16 + 16384 + 256 + 48;

    private static final int HEADER = 5;
    private static final int TAG = 16;
    private static final int EXPLICIT_NONCE = 8;

    private BufferSizes() {}

    static int packet(int maximumPacketSize, int largestRecord) {
        return Math.max(maximumPacketSize > 0 ? maximumPacketSize : LARGEST_PACKET, largestRecord);
    }

    static int application(
            int maximumPacketSize, int largestRecord, @Nullable CipherSuite cipherSuite) {
        int packet = packet(maximumPacketSize, largestRecord);
        boolean limited = packet == maximumPacketSize;
        return Math.max(1, packet - HEADER - (limited ? expansion(cipherSuite) : 0));
    }

    private static int expansion(@Nullable CipherSuite suite) {
        if (suite == null) {
            return 0;
        }
        boolean explicitNonce =
                !suite.isTls13()
                        && !suite.equals(CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256)
                        && !suite.equals(CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256);
        return explicitNonce ? TAG + EXPLICIT_NONCE : TAG;
    }
}
