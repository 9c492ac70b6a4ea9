package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** Collects a message and hands it to a {@link io.rustls4j.SigningKey}. */
final class OpaqueSignature extends SignatureSpi {
    private final String algorithm;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private @Nullable PSSParameterSpec pss;
    private @Nullable OpaqueKey key;

    OpaqueSignature(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Refusing here makes JSSE go on to the next scheme that the peer accepts. */
    @Override
    protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
        if (!(privateKey instanceof OpaqueKey opaque)) {
            throw new InvalidKeyException(
                    "not a key of this provider: " + privateKey.getClass().getName());
        }
        SignatureScheme scheme = OpaqueSchemes.of(algorithm, opaque.getAlgorithm(), pss);
        if (!opaque.signsWith(scheme)) {
            throw new InvalidKeyException("the key does not sign with " + scheme);
        }
        key = opaque;
        message.reset();
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
        throw new InvalidKeyException("this provider only signs");
    }

    @Override
    protected void engineUpdate(byte octet) {
        message.write(octet);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
        message.write(bytes, offset, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        OpaqueKey signer = key;
        if (signer == null) {
            throw new SignatureException("not initialized");
        }
        try {
            byte[] toSign = message.toByteArray();
            message.reset();
            return signer.signingKey()
                    .sign(OpaqueSchemes.of(algorithm, signer.getAlgorithm(), pss), toSign);
        } catch (Throwable e) {
            HandshakeState.current().refuse(Refusal.callback("the signing key failed", e));
            throw new SignatureException("the signing key failed", e);
        }
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        throw new SignatureException("this provider only signs");
    }

    @Override
    protected void engineSetParameter(@Nullable AlgorithmParameterSpec parameters)
            throws InvalidAlgorithmParameterException {
        if (parameters != null && !(parameters instanceof PSSParameterSpec)) {
            throw new InvalidAlgorithmParameterException(
                    "not parameters of RSASSA-PSS: " + parameters);
        }
        pss = (PSSParameterSpec) parameters;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
        return null;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException(name);
    }
}
