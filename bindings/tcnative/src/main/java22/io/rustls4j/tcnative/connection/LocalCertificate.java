package io.rustls4j.tcnative.connection;

import io.rustls4j.tcnative.context.Candidate;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.Identity;
import io.rustls4j.tcnative.context.PeerDemands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection shows of itself: the first of its candidates that the peer can use, or what was
 * set for it, or what its context has. Thread-safe.
 */
public final class LocalCertificate {
    private final Ctx ctx;
    private List<Candidate> candidates;
    private long selected;
    private @Nullable Identity identity;
    private byte @Nullable [] ocspResponse;

    LocalCertificate(Ctx ctx) {
        this.ctx = ctx;
        this.candidates = ctx.candidates();
    }

    /**
     * Sets what is shown where no candidate is.
     *
     * @param own the certificate and its key
     */
    public synchronized void set(Identity own) {
        identity = own;
    }

    /**
     * Adds a certificate to choose from, after those of the context.
     *
     * @param candidate which
     */
    public synchronized void add(Candidate candidate) {
        List<Candidate> more = new ArrayList<>(candidates);
        more.add(candidate);
        candidates = more;
    }

    /**
     * Which of the candidates was chosen.
     *
     * @return its handle, or 0 for none
     */
    public synchronized long selected() {
        return selected;
    }

    /**
     * Sets what is stapled to the certificate.
     *
     * @param response in DER; an empty one changes nothing, since clients would have to refuse it
     */
    public synchronized void setOcspResponse(byte[] response) {
        if (response.length > 0) {
            ocspResponse = response.clone();
        }
    }

    /**
     * What is stapled to the certificate.
     *
     * @return in DER, or null for nothing
     */
    public synchronized byte @Nullable [] ocspResponse() {
        return ocspResponse == null ? null : ocspResponse.clone();
    }

    /** Whether it depends on what the peer wants. */
    synchronized boolean isChosen() {
        return !candidates.isEmpty();
    }

    /** What a peer is shown that wants this; null for nothing. */
    synchronized @Nullable Identity choose(PeerDemands peer) {
        for (Candidate candidate : candidates) {
            if (candidate.fits(peer)) {
                selected = candidate.handle();
                return stapled(candidate.identity());
            }
        }
        return usual();
    }

    /** What is shown where nothing is chosen; null for nothing. */
    synchronized @Nullable Identity usual() {
        Identity own = identity;
        return stapled(own == null ? ctx.identity().orElse(null) : own);
    }

    private @Nullable Identity stapled(@Nullable Identity shown) {
        byte[] response = ocspResponse;
        return shown == null || response == null ? shown : shown.stapling(response);
    }
}
