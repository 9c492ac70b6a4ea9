package io.rustls4j.jsse.keys;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * A key that signs with fewer schemes than it could.
 *
 * @param key what signs
 * @param schemes what it may sign with
 */
record RestrictedKey(SigningKey key, List<SignatureScheme> schemes) implements SigningKey {
    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        return key.sign(scheme, message);
    }
}
