package io.rustls4j.jsse.keys;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertResolver;
import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.Offer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A client's choice, when a server asks. All types of keys are asked for at once. */
final class ClientKeys implements ClientCertResolver {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final ManagerFace manager;
    private final CertifiedKeys made;

    ClientKeys(ManagerFace manager, CertifiedKeys made) {
        this.manager = manager;
        this.made = made;
    }

    @Override
    public @Nullable CertifiedKey resolve(List<byte[]> caNames, List<SignatureScheme> peers)
            throws SSLException {
        HandshakeView view = CurrentHandshake.get();
        view.session().setPeerSignatureSchemes(peers);
        Offer offer = view.parameters().offer();
        boolean tls13 = view.session().getProtocol().equals("TLSv1.3");
        CommonSchemes schemes = CommonSchemes.of(peers, offer, tls13);
        X500Principal @Nullable [] issuers =
                tls13 && caNames.isEmpty() ? null : Issuers.of(caNames);
        view.willShow(null);
        List<String> keyTypes = new ArrayList<>(schemes.keyTypes());
        while (!keyTypes.isEmpty()) {
            Optional<Credential> found = ask(view, keyTypes, issuers);
            if (found.isEmpty()) {
                return null;
            }
            Optional<CertifiedKey> key = use(found.get(), schemes, offer);
            if (key.isPresent()) {
                view.willShow(found.get().chainArray());
                return key.get();
            }
            found.get().keyType().ifPresent(keyTypes::remove);
        }
        return null;
    }

    /**
     * Empty also if the manager answers with a key that it was not asked for: it has no better one.
     */
    private Optional<Credential> ask(
            HandshakeView view, List<String> keyTypes, X500Principal @Nullable [] issuers) {
        String alias =
                manager.clientAlias(
                        keyTypes.toArray(String[]::new),
                        issuers == null ? null : issuers.clone(),
                        view.endpoint());
        Optional<Credential> found = alias == null ? Optional.empty() : manager.credential(alias);
        Optional<Credential> wanted =
                found.filter(it -> it.keyType().filter(keyTypes::contains).isPresent());
        if (found.isPresent() && wanted.isEmpty()) {
            LOG.log(
                    Level.DEBUG,
                    "the key manager chose {0}, which is none of {1}",
                    found.get(),
                    keyTypes);
        }
        return wanted;
    }

    private Optional<CertifiedKey> use(Credential found, CommonSchemes schemes, Offer offer) {
        if (!schemes.canSign(Abilities.of(found.publicKey()))) {
            LOG.log(
                    Level.DEBUG,
                    "the key manager chose {0}, which the server cannot verify",
                    found);
            return Optional.empty();
        }
        return made.get(found, offer.schemesToSign());
    }
}
