package io.rustls4j;

import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.wire.PlainAlert;
import java.util.List;

/**
 * A client's hello that waits for a configuration (rustls's {@code Accepted}). For one thread at a
 * time.
 */
public final class Accepted {
    private final EngineKind engine;
    private final AcceptorPeer peer;
    private final ClientHello clientHello;
    private final List<ProtocolVersion> protocolVersions;
    private boolean used;

    Accepted(EngineKind engine, AcceptorPeer peer, ClientHello clientHello) {
        this.engine = engine;
        this.peer = peer;
        this.clientHello = clientHello;
        this.protocolVersions = peer.offeredVersions();
    }

    /**
     * What the client has said.
     *
     * @return the hello
     */
    public ClientHello clientHello() {
        return clientHello;
    }

    /**
     * The protocol versions that the client offers (RFC 8446 section 4.2.1), as far as rustls
     * speaks them.
     *
     * @return the versions in the client's order, its preferred one first; empty if rustls speaks
     *     none of them
     */
    public List<ProtocolVersion> protocolVersions() {
        return protocolVersions;
    }

    /**
     * Goes on with a configuration ({@code rustls_accepted_into_connection}). Once.
     *
     * @param config a configuration on the acceptor's engine
     * @return a connection in the middle of its handshake, which has an answer to send; the caller
     *     closes it
     * @throws TlsException if hello and configuration do not go together; {@link
     *     Acceptor#pendingAlert()} has the alert
     * @throws IllegalArgumentException if the configuration is of another engine
     * @throws IllegalStateException if this hello was used already
     */
    public TlsConnection intoConnection(ServerConfig config) throws TlsException {
        if (config.engine() != engine) {
            throw new IllegalArgumentException(
                    "a configuration on the engine "
                            + config.engine()
                            + " for an acceptor on "
                            + engine
                            + "; make both on one");
        }
        use();
        return peer.intoConnection(config.peer());
    }

    /**
     * Refuses the client.
     *
     * @param alert why, such as {@link AlertDescription#UNRECOGNISED_NAME}
     * @return the record with the fatal alert, to be sent as it is
     * @throws IllegalStateException if this hello was used already
     * @throws IllegalArgumentException for {@link AlertDescription#UNKNOWN}
     */
    public byte[] reject(AlertDescription alert) {
        if (alert == AlertDescription.UNKNOWN) {
            throw new IllegalArgumentException(
                    "the alert UNKNOWN has no number; choose one that says why");
        }
        use();
        return PlainAlert.fatal(alert);
    }

    private void use() {
        if (used) {
            throw new IllegalStateException(
                    "this hello was turned into a connection or refused already");
        }
        used = true;
    }
}
