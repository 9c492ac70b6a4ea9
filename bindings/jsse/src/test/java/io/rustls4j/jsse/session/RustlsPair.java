package io.rustls4j.jsse.session;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.TlsConnection;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client and a server on rustls with our sessions, as the provider's connections use them. */
final class RustlsPair implements AutoCloseable {
    static final String NAME = "example.test";

    private static final IssuedCertificate SERVER =
            TestAuthority.root("Root").newCertificate().dns(NAME).issue();
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    final ClientSessions clients;
    final ServerSessionCache servers;
    private final ClientConfig base;
    private final ServerConfig config;

    RustlsPair(ProtocolVersion version, Clock clock) {
        clients = new ClientSessions(new SessionDefaults(10, 1000), clock);
        servers = new ServerSessionCache(new SessionDefaults(10, 1000), clock);
        base =
                ClientConfig.builder(EngineKind.RUSTLS)
                        .serverVerifier(ServerCertVerifier.dangerous().custom(shown -> {}))
                        .versions(version)
                        .resumption(Resumption.DISABLED)
                        .build();
        config =
                ServerConfig.builder(EngineKind.RUSTLS)
                        .certifiedKeys(CertifiedKey.of(SERVER.chain(), SERVER.privateKey()))
                        .sessions(new ServerSessions.Stored(servers.storeFor("p")))
                        .build();
    }

    /** How a handshake went, and which sessions both sides have. */
    record Outcome(HandshakeKind kind, JsseSession client, JsseSession server) {}

    Outcome handshake() {
        return handshake(NAME, 443);
    }

    Outcome handshake(@Nullable String host, int port) {
        ClientSessions.Lease lease = clients.lease(base, host, port, "HTTPS", null);
        JsseSession clientMade = JsseSession.begin(host, port, clients);
        JsseSession serverMade = JsseSession.begin(null, -1, servers);
        try (TlsConnection client = lease.connect(NAME, List.of());
                TlsConnection server = config.accept()) {
            ByteBuffer wire = ByteBuffer.allocate(1 << 16);
            while (client.wantsWrite() || server.wantsWrite()) {
                move(client, server, wire, serverMade);
                move(server, client, wire, serverMade);
            }
            fill(clientMade, client);
            fill(serverMade, server);
            HandshakeKind kind = server.handshakeKind().orElseThrow();
            return new Outcome(
                    kind,
                    lease.completed(clientMade, client.handshakeKind().orElseThrow()),
                    servers.completed(serverMade, kind));
        }
    }

    private static void move(
            TlsConnection from, TlsConnection to, ByteBuffer wire, JsseSession serverMade) {
        Handshaking.asServer(
                serverMade,
                () -> {
                    while (from.wantsWrite()) {
                        from.wrap(NOTHING, wire);
                    }
                    wire.flip();
                    while (wire.hasRemaining()) {
                        to.unwrap(wire, ByteBuffer.allocate(1 << 15));
                    }
                    wire.clear();
                    return null;
                });
    }

    private static void fill(JsseSession session, TlsConnection connection) {
        session.setProtocol(connection.protocolVersion().orElseThrow());
        session.setCipherSuite(connection.negotiatedCipherSuite().orElseThrow());
        session.setPeerCertificates(connection.peerCertificates());
    }

    @Override
    public void close() {
        clients.forget(base);
        base.close();
        config.close();
    }
}
