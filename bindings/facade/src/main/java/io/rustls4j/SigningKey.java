package io.rustls4j;

import java.security.GeneralSecurityException;
import java.util.List;

/**
 * A private key that never leaves where it is: in a token, behind PKCS#11, in another process
 * (rustls's {@code SigningKey}).
 *
 * <p>Called on the thread that drives the handshake, for several connections at once;
 * implementations must be thread-safe.
 */
public interface SigningKey {
    /**
     * What this key can do.
     *
     * @return the schemes that {@link #sign} takes, best first; not empty, the same at every call
     */
    List<SignatureScheme> schemes();

    /**
     * Signs. For RSA-PSS the salt is as long as the hash; for ECDSA the result is the ASN.1 form
     * (RFC 8446 section 4.2.3).
     *
     * @param scheme one of {@link #schemes()}
     * @param message what to sign, not hashed yet
     * @return the signature, at most 16384 bytes
     * @throws GeneralSecurityException if it cannot sign; the handshake then fails with this as its
     *     cause
     */
    byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException;
}
