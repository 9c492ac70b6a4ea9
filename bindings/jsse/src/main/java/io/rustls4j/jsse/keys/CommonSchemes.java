package io.rustls4j.jsse.keys;

import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.parameters.Scheme;
import io.rustls4j.jsse.parameters.Schemes;
import java.util.List;

/**
 * The signature schemes that the peer can verify and this side may use, as the peer prefers them.
 *
 * @param all the schemes, for handshakes or for certificates
 * @param tls13 whether TLS 1.3 is spoken, which has fewer for handshakes
 */
record CommonSchemes(List<Scheme> all, boolean tls13) {
    static CommonSchemes of(List<SignatureScheme> peers, Offer offer, boolean tls13) {
        return new CommonSchemes(
                peers.stream()
                        .filter(offer.schemesToSign()::contains)
                        .flatMap(scheme -> Schemes.toSign(scheme).stream())
                        .toList(),
                tls13);
    }

    /**
     * The types of keys that could sign the handshake, in the order in which the peer names them.
     */
    List<String> keyTypes() {
        return all.stream().map(Scheme::keyType).distinct().filter(this::canSign).toList();
    }

    boolean canSign(String keyType) {
        return all.stream().anyMatch(scheme -> scheme.keyType().equals(keyType) && signs(scheme));
    }

    /** Whether a key with these abilities could sign the handshake. */
    boolean canSign(List<SignatureScheme> abilities) {
        return all.stream().anyMatch(scheme -> abilities.contains(scheme.value()) && signs(scheme));
    }

    private boolean signs(Scheme scheme) {
        return tls13 ? scheme.isForTls13() : scheme.isForTls12();
    }
}
