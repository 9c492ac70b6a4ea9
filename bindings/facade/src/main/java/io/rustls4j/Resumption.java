package io.rustls4j;

/**
 * How a client remembers sessions (rustls's {@code Resumption}). Immutable. On a resumed connection
 * no certificate is checked again, so sessions are kept per configuration and server name, and
 * never shared between configurations.
 *
 * @param sessions how many servers are remembered, at most; 0 for none at all
 * @param tls12Resumption what of TLS 1.2 is resumed; without effect where {@code sessions} is 0
 */
public record Resumption(int sessions, Tls12Resumption tls12Resumption) {
    /** What rustls does unless told otherwise. */
    public static final Resumption DEFAULT = inMemory(256);

    /** No resumption: every handshake is a full one. */
    public static final Resumption DISABLED =
            new Resumption(0, Tls12Resumption.SESSION_ID_OR_TICKETS);

    /**
     * Checks the number.
     *
     * @throws TlsConfigException if it is negative
     */
    public Resumption {
        if (sessions < 0) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "a session cache of size " + sessions + "; 0 or more is wanted");
        }
    }

    /**
     * Remembers sessions in memory.
     *
     * @param sessions how many servers, at most; at least 1
     * @return the choice
     * @throws TlsConfigException if the number is not positive
     */
    public static Resumption inMemory(int sessions) {
        if (sessions < 1) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "a session cache of size " + sessions + "; 1 or more is wanted");
        }
        return new Resumption(sessions, Tls12Resumption.SESSION_ID_OR_TICKETS);
    }

    /**
     * The same, but for TLS 1.2.
     *
     * @param choice what of it is resumed; on the JDK's engine only the default can be had
     * @return another choice
     */
    public Resumption withTls12Resumption(Tls12Resumption choice) {
        return new Resumption(sessions, choice);
    }
}
