package io.rustls4j;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;

/**
 * A {@link PrivateKey} that only its {@link java.security.Provider} can use, as a {@link
 * SigningKey}. Thread-safe as far as the provider's signatures are.
 */
public final class ProviderSigningKey implements SigningKey {
    private final PrivateKey key;
    private final List<SignatureScheme> schemes;

    private ProviderSigningKey(PrivateKey key, List<SignatureScheme> schemes) {
        this.key = key;
        this.schemes = schemes;
    }

    /**
     * Finds out what a key can do from the public key that belongs to it.
     *
     * @param privateKey the private key, possibly without an encoding
     * @param publicKey the public key in its certificate
     * @return a key that signs through the JDK's providers
     * @throws TlsConfigException if TLS has no signature scheme for such a key
     */
    public static ProviderSigningKey of(PrivateKey privateKey, PublicKey publicKey) {
        return new ProviderSigningKey(privateKey, schemesOf(publicKey));
    }

    /**
     * A key that is to sign with certain schemes, perhaps fewer than it could.
     *
     * @param privateKey the private key, possibly without an encoding
     * @param schemes the schemes, best first
     * @return a key that signs through the JDK's providers
     */
    public static ProviderSigningKey of(PrivateKey privateKey, List<SignatureScheme> schemes) {
        return new ProviderSigningKey(privateKey, List.copyOf(schemes));
    }

    @Override
    public List<SignatureScheme> schemes() {
        return schemes;
    }

    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(scheme));
        // The key comes before the parameters, since a provider is chosen by what comes first, and
        // only one has this key.
        signature.initSign(key);
        Optional<PSSParameterSpec> parameters = pssParameters(scheme);
        if (parameters.isPresent()) {
            signature.setParameter(parameters.get());
        }
        signature.update(message);
        return signature.sign();
    }

    private static List<SignatureScheme> schemesOf(PublicKey publicKey) {
        return switch (publicKey) {
            case RSAPublicKey rsa when rsa.getAlgorithm().equals("RSASSA-PSS") ->
                    List.of(
                            SignatureScheme.RSA_PSS_PSS_SHA256,
                            SignatureScheme.RSA_PSS_PSS_SHA384,
                            SignatureScheme.RSA_PSS_PSS_SHA512);
            case RSAPublicKey rsa ->
                    List.of(
                            SignatureScheme.RSA_PSS_SHA512,
                            SignatureScheme.RSA_PSS_SHA384,
                            SignatureScheme.RSA_PSS_SHA256,
                            SignatureScheme.RSA_PKCS1_SHA512,
                            SignatureScheme.RSA_PKCS1_SHA384,
                            SignatureScheme.RSA_PKCS1_SHA256);
            case ECPublicKey ec ->
                    switch (ec.getParams().getCurve().getField().getFieldSize()) {
                        case 256 -> List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
                        case 384 -> List.of(SignatureScheme.ECDSA_NISTP384_SHA384);
                        case 521 -> List.of(SignatureScheme.ECDSA_NISTP521_SHA512);
                        default -> throw unsupported(publicKey);
                    };
            case EdECPublicKey ed when ed.getParams().getName().equals("Ed25519") ->
                    List.of(SignatureScheme.ED25519);
            case PublicKey other when other.getAlgorithm().equals("Ed25519") ->
                    List.of(SignatureScheme.ED25519);
            default -> throw unsupported(publicKey);
        };
    }

    private static TlsConfigException unsupported(PublicKey publicKey) {
        return new TlsConfigException(
                TlsConfigException.Reason.PRIVATE_KEY,
                "a key of algorithm "
                        + publicKey.getAlgorithm()
                        + " cannot sign in TLS; wanted is RSA, RSASSA-PSS, EC (P-256, P-384, P-521) or Ed25519");
    }

    private static String algorithm(SignatureScheme scheme) throws GeneralSecurityException {
        return switch (scheme.id()) {
            case 0x0403 -> "SHA256withECDSA";
            case 0x0503 -> "SHA384withECDSA";
            case 0x0603 -> "SHA512withECDSA";
            case 0x0807 -> "Ed25519";
            case 0x0401 -> "SHA256withRSA";
            case 0x0501 -> "SHA384withRSA";
            case 0x0601 -> "SHA512withRSA";
            case 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b -> "RSASSA-PSS";
            default -> throw new GeneralSecurityException("cannot sign with the scheme " + scheme);
        };
    }

    /** The salt is as long as the hash (RFC 8446 section 4.2.3). */
    private static Optional<PSSParameterSpec> pssParameters(SignatureScheme scheme) {
        return switch (scheme.id()) {
            case 0x0804, 0x0809 -> Optional.of(pss(MGF1ParameterSpec.SHA256, 32));
            case 0x0805, 0x080a -> Optional.of(pss(MGF1ParameterSpec.SHA384, 48));
            case 0x0806, 0x080b -> Optional.of(pss(MGF1ParameterSpec.SHA512, 64));
            default -> Optional.empty();
        };
    }

    private static PSSParameterSpec pss(MGF1ParameterSpec mask, int saltLength) {
        return new PSSParameterSpec(
                mask.getDigestAlgorithm(),
                "MGF1",
                mask,
                saltLength,
                PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
