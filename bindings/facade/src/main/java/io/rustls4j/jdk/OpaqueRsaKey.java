package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import java.math.BigInteger;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opaque RSA key that tells how long it is: JSSE takes no RSA key of unknown length, since short
 * ones cannot sign with the longer hashes.
 */
final class OpaqueRsaKey extends OpaqueKey implements RSAKey {
    private static final long serialVersionUID = 1L;

    private final BigInteger modulus;

    OpaqueRsaKey(
            SigningKey signingKey,
            List<SignatureScheme> schemes,
            String algorithm,
            BigInteger modulus) {
        super(signingKey, schemes, algorithm);
        this.modulus = modulus;
    }

    @Override
    public BigInteger getModulus() {
        return modulus;
    }

    @Override
    public @Nullable AlgorithmParameterSpec getParams() {
        return null;
    }
}
