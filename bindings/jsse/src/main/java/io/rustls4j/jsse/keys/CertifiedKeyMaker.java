package io.rustls4j.jsse.keys;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.EngineKind;
import io.rustls4j.KeyMaterial;
import io.rustls4j.ServerConfig;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException;
import io.rustls4j.jsse.parameters.Schemes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes certified keys. A key in memory is given to rustls, which signs fastest. It goes on signing
 * through its provider where rustls does not take it although it fits its certificate, as a short
 * RSA key, or where it may not sign with all that rustls would.
 */
final class CertifiedKeyMaker {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private CertifiedKeyMaker() {}

    /**
     * Makes one.
     *
     * @param permitted the schemes that the connection allows
     * @return a key that rustls has accepted; empty if there is no way to use this one
     */
    static Optional<CertifiedKey> make(Credential credential, List<SignatureScheme> permitted) {
        List<SignatureScheme> abilities = Abilities.of(credential.publicKey());
        List<SignatureScheme> schemes = new ArrayList<>(abilities);
        schemes.retainAll(permitted);
        if (schemes.isEmpty()) {
            return unusable(credential, "none of its signature schemes is permitted");
        }
        if (!hasRustlss(schemes)) {
            return KeyPairs.mayFit(credential.privateKey(), credential.publicKey())
                    ? opaque(credential, schemes)
                    : unusable(credential, "it does not belong to the certificate");
        }
        CertifiedKey whole = CertifiedKey.of(credential.chain(), credential.privateKey());
        if (whole.key() instanceof KeyMaterial.Opaque) {
            return KeyPairs.mayFit(credential.privateKey(), credential.publicKey())
                    ? opaque(credential, schemes)
                    : unusable(credential, "it does not belong to the certificate");
        }
        if (schemes.equals(abilities) && accepted(whole, credential)) {
            return Optional.of(whole);
        }
        return KeyPairs.signAndVerify(credential.privateKey(), credential.publicKey())
                ? opaque(credential, schemes)
                : unusable(credential, "it does not belong to the certificate");
    }

    /** rustls would sign with an RSASSA-PSS key what it may not sign. */
    private static boolean hasRustlss(List<SignatureScheme> schemes) {
        for (SignatureScheme scheme : schemes) {
            if (Schemes.toSign(scheme).orElseThrow().isForTls12()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CertifiedKey> opaque(
            Credential credential, List<SignatureScheme> schemes) {
        CertifiedKey key =
                CertifiedKey.of(
                        credential.chain().stream().map(CertificateDer::of).toList(),
                        new ProviderKey(credential.privateKey(), schemes));
        return accepted(key, credential)
                ? Optional.of(key)
                : unusable(credential, "rustls does not take it");
    }

    /** The native key is made now, and kept as long as {@code key} is. */
    private static boolean accepted(CertifiedKey key, Credential credential) {
        try (ServerConfig trial =
                ServerConfig.builder(EngineKind.RUSTLS).certifiedKeys(key).build()) {
            LOG.log(
                    Level.DEBUG,
                    "rustls takes {0} as {1} for {2}",
                    credential,
                    key,
                    trial.engine());
            return true;
        } catch (TlsConfigException e) {
            LOG.log(Level.DEBUG, "rustls does not take " + credential + " as " + key, e);
            return false;
        }
    }

    private static Optional<CertifiedKey> unusable(Credential credential, String reason) {
        LOG.log(Level.DEBUG, "the key of {0} is passed over: {1}", credential, reason);
        return Optional.empty();
    }
}
