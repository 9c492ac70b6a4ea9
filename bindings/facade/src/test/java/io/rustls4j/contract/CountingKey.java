package io.rustls4j.contract;

import io.rustls4j.ProviderSigningKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.testkit.IssuedCertificate;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Signs, and remembers with which schemes. */
final class CountingKey implements SigningKey {
    private final SigningKey key;
    private final List<SignatureScheme> used = new ArrayList<>();

    private CountingKey(SigningKey key) {
        this.key = key;
    }

    static CountingKey of(IssuedCertificate issued) {
        return new CountingKey(
                ProviderSigningKey.of(issued.privateKey(), issued.certificate().getPublicKey()));
    }

    List<SignatureScheme> used() {
        return used;
    }

    @Override
    public List<SignatureScheme> schemes() {
        return key.schemes();
    }

    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        used.add(scheme);
        return key.sign(scheme, message);
    }
}
