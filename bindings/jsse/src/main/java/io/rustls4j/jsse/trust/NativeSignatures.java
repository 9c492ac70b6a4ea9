package io.rustls4j.jsse.trust;

import io.rustls4j.SignatureScheme;
import java.util.List;

/**
 * The signatures on certificates that webpki accepts, whatever the connection offers. The JDK wants
 * a chain to be signed with what was offered, so that webpki's yes says as much as the JDK's only
 * where all of them are.
 */
final class NativeSignatures {
    private static final List<SignatureScheme> ACCEPTED =
            List.of(
                    SignatureScheme.ECDSA_NISTP256_SHA256,
                    SignatureScheme.ECDSA_NISTP384_SHA384,
                    SignatureScheme.ECDSA_NISTP521_SHA512,
                    SignatureScheme.ED25519,
                    SignatureScheme.RSA_PSS_SHA256,
                    SignatureScheme.RSA_PSS_SHA384,
                    SignatureScheme.RSA_PSS_SHA512,
                    SignatureScheme.RSA_PKCS1_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA384,
                    SignatureScheme.RSA_PKCS1_SHA512);

    private NativeSignatures() {}

    /** None offered by name means all of the provider's. */
    static boolean within(List<SignatureScheme> offered) {
        return offered.isEmpty() || offered.containsAll(ACCEPTED);
    }
}
