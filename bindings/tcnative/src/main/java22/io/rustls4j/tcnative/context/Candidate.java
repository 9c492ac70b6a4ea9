package io.rustls4j.tcnative.context;

import io.rustls4j.tcnative.certificate.KeyTypes;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate to choose from, by what the peer wants (BoringSSL's {@code SSL_CREDENTIAL}).
 *
 * @param handle the number by which Netty knows it
 * @param identity the certificate and its key
 * @param issuers if it is only for peers that name one of its issuers, those
 */
public record Candidate(long handle, Identity identity, Optional<Set<X500Principal>> issuers) {
    /**
     * Whether a peer can be shown it.
     *
     * @param peer what the peer wants
     * @return true if so
     */
    public boolean fits(PeerDemands peer) {
        return KeyTypes.fits(identity.schemes(), peer.schemes(), peer.suites())
                && (issuers.isEmpty()
                        || peer.authorities().stream()
                                .anyMatch(authority -> isOneOf(issuers.get(), authority)));
    }

    private static boolean isOneOf(Set<X500Principal> issuers, byte[] name) {
        try {
            return issuers.contains(new X500Principal(name));
        } catch (IllegalArgumentException e) {
            // A peer may name what it likes; what is no name is nobody's.
            return false;
        }
    }
}
