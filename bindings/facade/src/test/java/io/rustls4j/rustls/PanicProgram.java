package io.rustls4j.rustls;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerSessions;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.engine.CertCompression;
import io.rustls4j.engine.ServerIdentity;
import io.rustls4j.engine.ServerSettings;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lets the native library panic in every place that it can, and shows after each that all goes on.
 */
public final class PanicProgram {
    private static final TestAuthority ROOT = TestAuthority.root("panic root");
    private static final IssuedCertificate SERVER = ROOT.newCertificate().dns("localhost").issue();

    private PanicProgram() {}

    /** Runs it. */
    public static void main(String[] args) throws Throwable {
        RustlsEngine.instance();
        System.out.println("boundary: " + ResultCodes.connectionFailure(FaultyLibrary.panic()));
        RustlsServerPeer server = server();

        try (TlsConnection client = FaultyLibrary.clientWithPanickingVerifier();
                TlsConnection peer = server.accept()) {
            report("verifier", client, peer);
        }
        try (TlsConnection client = goodClient();
                TlsConnection peer =
                        FaultyLibrary.panickingServer(server, FaultyLibrary.PANIC_IN_RESOLVER)) {
            report("resolver", client, peer);
        }
        try (TlsConnection client = goodClient();
                TlsConnection peer =
                        FaultyLibrary.panickingServer(server, FaultyLibrary.PANIC_IN_SESSIONS)) {
            report("sessions", client, peer);
        }
        try (TlsConnection client = FaultyLibrary.clientThatPanicsInDrop();
                TlsConnection peer = server.accept()) {
            report("drop", client, peer);
        }
        try (TlsConnection client = goodClient();
                TlsConnection peer = server.accept()) {
            report("afterwards", client, peer);
        }
        System.out.println("alive");
    }

    private static void report(String where, TlsConnection client, TlsConnection server) {
        try {
            pump(client, server);
            System.out.println(where + ": handshaking=" + client.isHandshaking());
        } catch (TlsException e) {
            System.out.println(where + ": " + e);
            System.out.println(where + " again: " + again(client) + " / " + again(server));
        }
    }

    private static String again(TlsConnection connection) {
        try {
            connection.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(1024));
            return "usable";
        } catch (TlsException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static void pump(TlsConnection client, TlsConnection server) throws TlsException {
        for (int i = 0; i < 6; i++) {
            move(client, server);
            move(server, client);
        }
    }

    private static void move(TlsConnection from, TlsConnection to) throws TlsException {
        ByteBuffer records = ByteBuffer.allocate(20_000);
        from.wrap(ByteBuffer.allocate(0), records);
        records.flip();
        to.unwrap(records, ByteBuffer.allocate(20_000));
    }

    private static TlsConnection goodClient() {
        return ClientConfig.builder(EngineKind.RUSTLS)
                .roots(RootCertStore.builder().add(ROOT.certificate()).build())
                .build()
                .connect("localhost");
    }

    private static RustlsServerPeer server() {
        return new RustlsServerPeer(
                new ServerSettings(
                        CryptoProvider.DEFAULT,
                        List.of(ProtocolVersion.TLSV1_3),
                        new ServerIdentity.Keys(
                                List.of(CertifiedKey.of(SERVER.chain(), SERVER.privateKey()))),
                        Optional.empty(),
                        List.of(),
                        false,
                        new ServerSessions.InMemory(16),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new CertCompression.BuiltIn(),
                        false,
                        0));
    }
}
