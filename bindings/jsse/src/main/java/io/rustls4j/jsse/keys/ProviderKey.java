package io.rustls4j.jsse.keys;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.jsse.parameters.Scheme;
import io.rustls4j.jsse.parameters.Schemes;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;

/**
 * A key that signs through its security provider.
 *
 * @param key what signs
 * @param schemes what it may sign with, best first; perhaps fewer than it could
 */
record ProviderKey(PrivateKey key, List<SignatureScheme> schemes) implements SigningKey {
    /** The key comes before the parameters, since a provider is chosen by what comes first. */
    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        Scheme known =
                Schemes.toSign(scheme)
                        .orElseThrow(
                                () ->
                                        new GeneralSecurityException(
                                                "cannot sign with "
                                                        + scheme
                                                        + "; can with "
                                                        + schemes));
        Signature signature = Signature.getInstance(known.algorithm());
        signature.initSign(key);
        Optional<PSSParameterSpec> parameters = known.pssParameters();
        if (parameters.isPresent()) {
            signature.setParameter(parameters.get());
        }
        signature.update(message);
        return signature.sign();
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "ProviderKey" + schemes;
    }
}
