package io.rustls4j.jdk;

import io.rustls4j.CertifiedKey;
import io.rustls4j.SignatureScheme;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLParameters;

/**
 * The signature schemes that a verifier accepts. The JDK has one list for what it verifies and what
 * it signs with, so a choice is refused where this side's own key would fall victim to it.
 */
final class SignatureSchemeChoice {
    private static final Set<SignatureScheme> UNKNOWN_TO_JDK =
            Set.of(SignatureScheme.ML_DSA_44, SignatureScheme.ML_DSA_65, SignatureScheme.ML_DSA_87);

    /**
     * What the JDK has by itself, without DSA, Ed448, SHA-1 and SHA-224, which rustls does not
     * have.
     */
    private static final List<SignatureScheme> DEFAULT =
            List.of(
                    SignatureScheme.ECDSA_NISTP256_SHA256,
                    SignatureScheme.ECDSA_NISTP384_SHA384,
                    SignatureScheme.ECDSA_NISTP521_SHA512,
                    SignatureScheme.ED25519,
                    SignatureScheme.RSA_PSS_SHA256,
                    SignatureScheme.RSA_PSS_SHA384,
                    SignatureScheme.RSA_PSS_SHA512,
                    SignatureScheme.RSA_PSS_PSS_SHA256,
                    SignatureScheme.RSA_PSS_PSS_SHA384,
                    SignatureScheme.RSA_PSS_PSS_SHA512,
                    SignatureScheme.RSA_PKCS1_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA384,
                    SignatureScheme.RSA_PKCS1_SHA512);

    /** Everything that a key of any kind might sign with. */
    private static final Set<SignatureScheme> SIGNING =
            Set.of(
                    SignatureScheme.ECDSA_NISTP256_SHA256,
                    SignatureScheme.ECDSA_NISTP384_SHA384,
                    SignatureScheme.ECDSA_NISTP521_SHA512,
                    SignatureScheme.ED25519,
                    SignatureScheme.RSA_PSS_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA256);

    private final List<SignatureScheme> schemes;

    private SignatureSchemeChoice(List<SignatureScheme> schemes) {
        this.schemes = schemes;
    }

    /**
     * Checks a choice.
     *
     * @param schemes what the verifier accepts; empty for all
     * @param resolver whether this side's keys come from a resolver, so that they are not known yet
     */
    static SignatureSchemeChoice of(List<SignatureScheme> schemes, boolean resolver) {
        for (SignatureScheme scheme : schemes) {
            Refusals.refuseIf(
                    UNKNOWN_TO_JDK.contains(scheme) || !SignatureScheme.known().contains(scheme),
                    "the signature scheme " + scheme,
                    "leave it out of the verifier's list");
        }
        refuseIf(!schemes.isEmpty() && resolver && !schemes.containsAll(SIGNING), schemes);
        return new SignatureSchemeChoice(schemes.isEmpty() ? DEFAULT : schemes);
    }

    /**
     * Loads this side's keys; those that the choice makes useless are left out, but one must
     * remain.
     */
    List<LoadedKey> keysOf(List<CertifiedKey> keys) {
        List<LoadedKey> usable =
                KeyLoader.loadAll(keys).stream()
                        .map(key -> key.limitedTo(schemes))
                        .filter(key -> !key.schemes().isEmpty())
                        .toList();
        refuseIf(usable.isEmpty(), schemes);
        return usable;
    }

    private static void refuseIf(boolean victim, List<SignatureScheme> schemes) {
        Refusals.refuseIf(
                victim,
                "one list of signature schemes for verifying ("
                        + schemes
                        + ") and another for signing",
                "add the schemes of this side's own keys to the verifier's list");
    }

    void applyTo(SSLParameters parameters) {
        parameters.setSignatureSchemes(
                schemes.stream().map(SignatureScheme::toString).toArray(String[]::new));
    }
}
