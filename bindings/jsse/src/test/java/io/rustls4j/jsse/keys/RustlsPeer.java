package io.rustls4j.jsse.keys;

import io.rustls4j.Accepted;
import io.rustls4j.Acceptor;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.ClientHello;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import java.nio.ByteBuffer;

/** Half a handshake on rustls with a key choice in it. */
final class RustlsPeer {
    private static final int ROOM = 64 * 1024;

    private RustlsPeer() {}

    /** What a client says, read by rustls. */
    static Accepted accept(byte[] hello) throws TlsException {
        try (Acceptor acceptor = Acceptor.create(EngineKind.RUSTLS)) {
            acceptor.read(ByteBuffer.wrap(hello));
            return acceptor.accept().orElseThrow();
        }
    }

    static ClientHello hello(byte[] hello) throws TlsException {
        return accept(hello).clientHello();
    }

    /** Runs a handshake as a server that shows one key. */
    static void serve(SunPeer client, CertifiedKey key, View view) throws Exception {
        try (ServerConfig config =
                        ServerConfig.builder(EngineKind.RUSTLS)
                                .versions(versions(view))
                                .certifiedKeys(key)
                                .build();
                TlsConnection server = config.accept()) {
            byte[] bytes = client.send();
            while (server.isHandshaking()) {
                bytes = client.receive(exchange(server, bytes, view));
            }
        }
    }

    /** Runs a handshake as a client; the server has to ask for a certificate. */
    static void connect(SunPeer server, KeyChoice keys, View view) throws Exception {
        try (ClientConfig config =
                        ClientConfig.builder(EngineKind.RUSTLS)
                                .versions(versions(view))
                                .serverVerifier(
                                        ServerCertVerifier.dangerous().custom(presented -> {}))
                                .certResolver(keys.clientResolver())
                                .build();
                TlsConnection client = config.connect("server.example")) {
            byte[] bytes = exchange(client, new byte[0], view);
            while (client.isHandshaking() || bytes.length > 0) {
                bytes = exchange(client, server.receive(bytes), view);
            }
        }
    }

    private static ProtocolVersion[] versions(View view) {
        return view.session().isTls13()
                ? new ProtocolVersion[] {ProtocolVersion.TLSV1_3}
                : new ProtocolVersion[] {ProtocolVersion.TLSV1_2};
    }

    private static byte[] exchange(TlsConnection connection, byte[] bytes, View view)
            throws Exception {
        return CurrentHandshake.during(
                view,
                () -> {
                    ByteBuffer in = ByteBuffer.wrap(bytes);
                    while (in.hasRemaining()) {
                        connection.unwrap(in, ByteBuffer.allocate(ROOM));
                    }
                    ByteBuffer out = ByteBuffer.allocate(ROOM);
                    connection.wrap(ByteBuffer.allocate(0), out);
                    byte[] sent = new byte[out.flip().remaining()];
                    out.get(sent);
                    return sent;
                });
    }
}
