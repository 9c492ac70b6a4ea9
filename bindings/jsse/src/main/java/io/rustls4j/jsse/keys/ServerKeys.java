package io.rustls4j.jsse.keys;

import io.rustls4j.CertifiedKey;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.Offer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A server's choice. One type of key after the other is asked for, until a certificate fits. */
final class ServerKeys {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final ManagerFace manager;
    private final CertifiedKeys made;

    ServerKeys(ManagerFace manager, CertifiedKeys made) {
        this.manager = manager;
        this.made = made;
    }

    Optional<CertifiedKey> choose(HandshakeView view, ClientHello hello, Offer offer) {
        boolean tls13 = view.session().getProtocol().equals("TLSv1.3");
        CommonSchemes schemes = CommonSchemes.of(hello.signatureSchemes(), offer, tls13);
        X500Principal @Nullable [] issuers =
                hello.caNames().isEmpty() ? null : Issuers.of(hello.caNames());
        List<String> keyTypes = tls13 ? schemes.keyTypes() : keyTypes(view, hello, offer, schemes);
        for (String keyType : keyTypes) {
            String alias = manager.serverAlias(keyType, copy(issuers), view.endpoint());
            Optional<Credential> found =
                    alias == null ? Optional.empty() : manager.credential(alias);
            if (found.isEmpty() || !fits(found.get(), keyType, schemes, hello)) {
                continue;
            }
            Optional<CertifiedKey> key = made.get(found.get(), offer.schemesToSign());
            if (key.isPresent()) {
                view.session().setLocalCertificates(found.get().chainArray());
                return key;
            }
        }
        LOG.log(
                Level.DEBUG,
                "no key of the key manager can be used, which was asked for {0} (RSASSA-PSS keys"
                        + " sign with TLS 1.3 only, Ed448 and DSA keys never)",
                keyTypes);
        return Optional.empty();
    }

    /** With TLS 1.2, the suite says what signs; so the best suite decides. */
    private static List<String> keyTypes(
            HandshakeView view, ClientHello hello, Offer offer, CommonSchemes schemes) {
        boolean ownOrder = view.parameters().useCipherSuitesOrder();
        List<CipherSuite> preferred = ownOrder ? offer.suites() : hello.cipherSuites();
        List<CipherSuite> possible = ownOrder ? hello.cipherSuites() : offer.suites();
        return preferred.stream()
                .filter(suite -> !suite.isTls13() && possible.contains(suite))
                .flatMap(ServerKeys::keyTypes)
                .distinct()
                .filter(schemes::canSign)
                .toList();
    }

    private static Stream<String> keyTypes(CipherSuite suite) {
        return suite.toString().startsWith("TLS_ECDHE_ECDSA_")
                ? Stream.of("EC", "EdDSA")
                : Stream.of("RSA");
    }

    private static boolean fits(
            Credential credential, String keyType, CommonSchemes schemes, ClientHello hello) {
        boolean fits =
                credential.keyType().equals(Optional.of(keyType))
                        && schemes.canSign(Abilities.of(credential.publicKey()))
                        && (schemes.tls13() || hasCurve(hello, credential));
        if (!fits) {
            LOG.log(
                    Level.DEBUG,
                    "the key manager chose {0} for {1}, which the client cannot verify",
                    credential,
                    keyType);
        }
        return fits;
    }

    /** Before TLS 1.3, the groups of a client are also the curves of its peers' keys. */
    private static boolean hasCurve(ClientHello hello, Credential credential) {
        Optional<NamedGroup> curve = Abilities.curve(credential.publicKey());
        return curve.isEmpty()
                || hello.namedGroups().isEmpty()
                || hello.namedGroups().contains(curve.get());
    }

    private static X500Principal @Nullable [] copy(X500Principal @Nullable [] issuers) {
        return issuers == null ? null : issuers.clone();
    }
}
