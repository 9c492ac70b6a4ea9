package io.rustls4j.tcnative.session;

/** The time as OpenSSL counts it. */
final class Seconds {
    private static final int MILLIS = 1000;

    private Seconds() {}

    /** Since the epoch. */
    static long now() {
        return System.currentTimeMillis() / MILLIS;
    }
}
