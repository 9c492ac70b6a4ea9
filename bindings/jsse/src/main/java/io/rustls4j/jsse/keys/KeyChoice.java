package io.rustls4j.jsse.keys;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertResolver;
import io.rustls4j.ClientHello;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.Offer;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;

/** A key manager, asked as SunJSSE asks it, and what it answers as rustls takes it. Thread-safe. */
public final class KeyChoice {
    private final ServerKeys server;
    private final ClientKeys client;

    private KeyChoice(ServerKeys server, ClientKeys client) {
        this.server = server;
        this.client = client;
    }

    /** Chooses among the keys of a manager. What was made of them goes with them. */
    public static KeyChoice of(X509KeyManager manager) {
        ManagerFace face = new ManagerFace(manager);
        CertifiedKeys made = new CertifiedKeys();
        return new KeyChoice(new ServerKeys(face, made), new ClientKeys(face, made));
    }

    /**
     * Chooses for the handshake that is going on on its thread. What a manager throws fails the
     * handshake.
     */
    public ClientCertResolver clientResolver() {
        return client;
    }

    /**
     * Chooses for one client; empty if no certificate fits. The session has to tell the protocol
     * already, and learns the certificates. What a manager throws is thrown.
     */
    public Optional<CertifiedKey> serverKey(HandshakeView view, ClientHello hello, Offer offer) {
        return server.choose(view, hello, offer);
    }
}
