package io.rustls4j.jsse.connection;

import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.TrustTerms;

/**
 * The terms by which a peer is judged in one handshake. rustls is told them before the peer shows
 * anything; the application may set others until then, and they count, as SunJSSE's trust managers
 * read them when they are asked. Guarded by the connection.
 */
final class Judgement {
    private static final TrustTerms NONE = new TrustTerms("", null);

    private final ConnectionParameters parameters;

    /** What rustls was told, and what sessions are kept apart by. */
    private TrustTerms settled = NONE;

    /** What the peer is held to without more ado. */
    private TrustTerms met = NONE;

    private boolean begun;
    private boolean waived;

    Judgement(ConnectionParameters parameters) {
        this.parameters = parameters;
    }

    TrustTerms settle() {
        settled = parameters.trustTerms();
        met = settled;
        begun = true;
        return settled;
    }

    /** A manager reads the terms itself. */
    void managerJudges() {
        met = parameters.trustTerms();
        waived = !met.include(settled);
    }

    /** Whether the application has come to ask for more than the peer is held to. */
    boolean isDue() {
        return begun && !met.include(parameters.trustTerms());
    }

    /** What a peer is asked for that rustls has taken already; to be followed by {@link #meet}. */
    TrustTerms wanted() {
        return parameters.trustTerms();
    }

    /** A manager has found the peer to meet these. */
    void meet(TrustTerms terms) {
        met = terms;
    }

    /**
     * Whether the peer was let in by less than was settled: its session is not for others, whose
     * peers are to be held to all of that.
     */
    boolean isWaived() {
        return waived;
    }
}
