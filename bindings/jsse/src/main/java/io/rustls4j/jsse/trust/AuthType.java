package io.rustls4j.jsse.trust;

import java.security.PublicKey;

/** The names by which trust managers are told how a peer authenticates itself. */
final class AuthType {
    /** What SunJSSE says where the suite tells nothing: always with TLS 1.3. */
    static final String UNKNOWN = "UNKNOWN";

    private static final String PREFIX = "TLS_";

    private AuthType() {}

    /** The key exchange of a TLS 1.2 suite: {@code ECDHE_RSA} of TLS_ECDHE_RSA_WITH_... */
    static String ofSuite(String suite) {
        int end = suite.indexOf("_WITH_");
        return suite.startsWith(PREFIX) && end > PREFIX.length()
                ? suite.substring(PREFIX.length(), end)
                : UNKNOWN;
    }

    /** SunJSSE tells EdDSA keys from none of the others that it does not name. */
    static String ofKey(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA", "DSA", "EC", "RSASSA-PSS" -> key.getAlgorithm();
            default -> UNKNOWN;
        };
    }
}
