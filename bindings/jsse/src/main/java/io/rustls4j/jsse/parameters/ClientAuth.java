package io.rustls4j.jsse.parameters;

/** Whether a server asks clients for a certificate. */
public enum ClientAuth {
    NONE,
    /** Asks, and does without. */
    WANT,
    /** Asks, and refuses clients without. */
    NEED
}
