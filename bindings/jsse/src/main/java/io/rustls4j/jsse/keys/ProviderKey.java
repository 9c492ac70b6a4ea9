package io.rustls4j.jsse.keys;

import io.rustls4j.ProviderSigningKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;

/**
 * A key that signs through its security provider.
 *
 * @param key what signs
 * @param schemes what it may sign with, best first; perhaps fewer than it could
 */
record ProviderKey(PrivateKey key, List<SignatureScheme> schemes) implements SigningKey {
    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        return ProviderSigningKey.of(key, schemes).sign(scheme, message);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "ProviderKey" + schemes;
    }
}
