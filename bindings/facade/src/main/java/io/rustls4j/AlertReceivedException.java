package io.rustls4j;

/** The peer ended the connection with a fatal alert (RFC 8446 section 6.2). */
public final class AlertReceivedException extends TlsException {
    private static final long serialVersionUID = 1L;

    /** What the peer sent. */
    private final AlertDescription alert;

    /**
     * Says which alert came.
     *
     * @param alert what the peer sent
     */
    public AlertReceivedException(AlertDescription alert) {
        super(
                "the peer ended the connection with the alert "
                        + alert.name().toLowerCase(java.util.Locale.ROOT),
                null,
                null);
        this.alert = alert;
    }

    /**
     * What the peer said.
     *
     * @return the alert
     */
    public AlertDescription alert() {
        return alert;
    }
}
