package io.rustls4j.testkit;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate may be used for (extended key usage, RFC 5280 section 4.2.1.12). */
public enum Purpose {
    /** To be a TLS server. */
    SERVER,
    /** To be a TLS client. */
    CLIENT,
    /** To sign programs: the wrong purpose in any TLS handshake. */
    CODE_SIGNING;

    KeyPurposeId id() {
        return switch (this) {
            case SERVER -> KeyPurposeId.id_kp_serverAuth;
            case CLIENT -> KeyPurposeId.id_kp_clientAuth;
            case CODE_SIGNING -> KeyPurposeId.id_kp_codeSigning;
        };
    }
}
