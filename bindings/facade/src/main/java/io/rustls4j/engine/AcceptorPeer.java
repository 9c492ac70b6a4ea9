package io.rustls4j.engine;

import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** An engine's half of an {@link io.rustls4j.Acceptor}. For one thread at a time. */
public interface AcceptorPeer extends AutoCloseable {
    /**
     * Takes bytes from the client, as many as can be used now; all of them, to ignore them, behind
     * what {@link #accept} refuses.
     */
    void read(ByteBuffer ciphertext);

    /**
     * Looks whether the hello is complete.
     *
     * @throws TlsException if it is not a hello; {@link #pendingAlert()} then has what the client
     *     is to be told
     */
    Optional<ClientHello> accept() throws TlsException;

    /** After a hello was returned: the versions that it offers, in its order. */
    List<ProtocolVersion> offeredVersions();

    /** After a failure: the bytes of the alert to send; empty if there is none. */
    byte[] pendingAlert();

    /**
     * Turns an accepted hello into a connection. Once.
     *
     * @throws TlsException if configuration and hello do not go together; {@link #pendingAlert()}
     *     has the alert
     */
    TlsConnection intoConnection(ServerPeer config) throws TlsException;

    @Override
    void close();
}
