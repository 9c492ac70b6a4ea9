package io.rustls4j.tcnative.context;

import java.util.concurrent.atomic.LongAdder;

/** What a context counts (OpenSSL's {@code SSL_CTX_sess_*}). Thread-safe. */
public final class SessionCounters {
    /** Handshakes that began, as the client. */
    public final LongAdder connect = new LongAdder();

    /** Handshakes that were completed, as the client. */
    public final LongAdder connectGood = new LongAdder();

    /** Handshakes that began, as the server. */
    public final LongAdder accept = new LongAdder();

    /** Handshakes that were completed, as the server. */
    public final LongAdder acceptGood = new LongAdder();

    /** Sessions that were resumed. */
    public final LongAdder hits = new LongAdder();

    /** Sessions that were to be resumed and could not be. */
    public final LongAdder misses = new LongAdder();

    /** Tickets that were made. */
    public final LongAdder ticketsNew = new LongAdder();

    /** Sessions that were resumed from tickets. */
    public final LongAdder ticketsResumed = new LongAdder();

    /** Creates counters that stand at 0. */
    public SessionCounters() {}
}
