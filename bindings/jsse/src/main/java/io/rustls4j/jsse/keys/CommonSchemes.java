package io.rustls4j.jsse.keys;

import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.parameters.Scheme;
import io.rustls4j.jsse.parameters.Schemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signature schemes that the peer can verify and this side may use, as the peer prefers them.
 * Every handshake of a server asks all of this: loops, since streams would be half of what such a
 * handshake allocates.
 *
 * @param all the schemes, for handshakes or for certificates
 * @param tls13 whether TLS 1.3 is spoken, which has fewer for handshakes
 */
record CommonSchemes(List<Scheme> all, boolean tls13) {
    static CommonSchemes of(List<SignatureScheme> peers, Offer offer, boolean tls13) {
        List<Scheme> common = new ArrayList<>(offer.schemesToSign().size());
        for (SignatureScheme scheme : peers) {
            if (offer.schemesToSign().contains(scheme)) {
                Optional<Scheme> known = Schemes.toSign(scheme);
                if (known.isPresent()) {
                    common.add(known.get());
                }
            }
        }
        return new CommonSchemes(common, tls13);
    }

    /**
     * The types of keys that could sign the handshake, in the order in which the peer names them.
     */
    List<String> keyTypes() {
        List<String> types = new ArrayList<>();
        for (Scheme scheme : all) {
            String type = scheme.keyType();
            if (!types.contains(type) && canSign(type)) {
                types.add(type);
            }
        }
        return types;
    }

    boolean canSign(String keyType) {
        for (Scheme scheme : all) {
            if (scheme.keyType().equals(keyType) && signs(scheme)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a key with these abilities could sign the handshake. */
    boolean canSign(List<SignatureScheme> abilities) {
        for (Scheme scheme : all) {
            if (abilities.contains(scheme.value()) && signs(scheme)) {
                return true;
            }
        }
        return false;
    }

    private boolean signs(Scheme scheme) {
        return tls13 ? scheme.isForTls13() : scheme.isForTls12();
    }
}
