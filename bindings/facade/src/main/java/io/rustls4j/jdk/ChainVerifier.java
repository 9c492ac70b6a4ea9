package io.rustls4j.jdk;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether to trust a peer. */
@FunctionalInterface
interface ChainVerifier {
    /**
     * Returns to accept; whatever it throws refuses, {@link io.rustls4j.CertificateErrorException}
     * with a reason.
     */
    void verify(Shown shown) throws Exception;

    /**
     * What the peer has shown.
     *
     * @param chain end entity first, not checked in any way
     * @param ocspResponse the stapled response, if any
     * @param now the time that counts
     */
    record Shown(List<X509Certificate> chain, Optional<byte[]> ocspResponse, Instant now) {
        X509Certificate endEntity() {
            return chain.getFirst();
        }
    }
}
