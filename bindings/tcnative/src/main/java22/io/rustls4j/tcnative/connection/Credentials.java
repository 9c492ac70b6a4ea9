package io.rustls4j.tcnative.connection;

import io.rustls4j.tcnative.context.Candidate;
import io.rustls4j.tcnative.context.Identity;
import io.rustls4j.tcnative.context.PeerDemands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection's certificates to choose from, best first: those of its context, then its own. */
final class Credentials {
    private List<Candidate> candidates;
    private long selected;

    Credentials(List<Candidate> ofContext) {
        candidates = ofContext;
    }

    void add(Candidate candidate) {
        List<Candidate> more = new ArrayList<>(candidates);
        more.add(candidate);
        candidates = more;
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** The first that fits. */
    @Nullable Identity select(PeerDemands peer) {
        for (Candidate candidate : candidates) {
            if (candidate.fits(peer)) {
                selected = candidate.handle();
                return candidate.identity();
            }
        }
        return null;
    }

    /** The handle of the one that was chosen; 0 for none. */
    long selected() {
        return selected;
    }
}
