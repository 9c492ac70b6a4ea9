package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.rustls4j.ClientConfig;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client and a server in memory, and the bytes between them. It closes what it owns. */
final class TlsPair implements AutoCloseable {
    /** More round trips than any handshake has, with corruption or without. */
    private static final int MAX_ROUNDS = 10_000;

    private final Side client;
    private final Side server;
    private final List<Runnable> owned = new ArrayList<>();
    private Wire toServer = Wire.PLAIN;
    private Wire toClient = Wire.PLAIN;

    private TlsPair(Side client, Side server) {
        this.client = client;
        this.server = server;
    }

    static TlsPair of(TlsConnection client, TlsConnection server) {
        return of(client, server, BufferPlan.ROOMY);
    }

    static TlsPair of(TlsConnection client, TlsConnection server, BufferPlan plan) {
        return new TlsPair(new Side(client, plan), new Side(server, plan));
    }

    /** Closes something else too, after the connections. */
    TlsPair owning(ClientConfig config) {
        owned.add(config::close);
        return this;
    }

    /** Closes something else too, after the connections. */
    TlsPair owning(ServerConfig config) {
        owned.add(config::close);
        return this;
    }

    /** The same connections, with other buffers; for use before the first byte. */
    TlsPair with(BufferPlan plan) {
        TlsPair other = of(client.connection(), server.connection(), plan);
        other.owned.addAll(owned);
        return other;
    }

    /** Puts something between the sides. */
    TlsPair through(Wire clientToServer, Wire serverToClient) {
        toServer = clientToServer;
        toClient = serverToClient;
        return this;
    }

    Side client() {
        return client;
    }

    Side server() {
        return server;
    }

    /**
     * Moves bytes until nothing moves any more. Failures are kept in the sides, and their alerts
     * are delivered.
     */
    TlsPair pump() {
        for (int round = 0; ; round++) {
            assertThat(round).as("rounds without an end").isLessThan(MAX_ROUNDS);
            boolean moved = carry(client, toServer, server);
            moved |= carry(server, toClient, client);
            moved |= client.read();
            moved |= server.read();
            if (!moved && !release()) {
                return this;
            }
        }
    }

    /** Does the handshake; anything else than success on both sides is an error of the test. */
    TlsPair handshake() {
        pump();
        if (!client.isDone() || !server.isDone()) {
            throw new AssertionError(
                    "no handshake: client " + state(client) + ", server " + state(server),
                    firstFailure());
        }
        return this;
    }

    /** Does the handshake, which must fail for at least one side. */
    TlsPair failingHandshake() {
        pump();
        if (client.failure() == null && server.failure() == null) {
            fail("no failure: client %s, server %s", state(client), state(server));
        }
        return this;
    }

    /** Does the handshake, which must fail for the client; returns how. */
    TlsException clientFailure() {
        return failureOf(failingHandshake().client);
    }

    /** Does the handshake, which must fail for the server; returns how. */
    TlsException serverFailure() {
        return failureOf(failingHandshake().server);
    }

    /** Sends plaintext from the client to the server. */
    byte[] clientSends(byte[] plaintext) throws TlsException {
        return send(client, toServer, server, plaintext);
    }

    /** Sends plaintext from the server to the client. */
    byte[] serverSends(byte[] plaintext) throws TlsException {
        return send(server, toClient, client, plaintext);
    }

    @Override
    public void close() {
        client.connection().close();
        server.connection().close();
        owned.forEach(Runnable::run);
    }

    private byte[] send(Side from, Wire wire, Side to, byte[] plaintext) throws TlsException {
        to.arrive(wire.carry(from.write(plaintext)));
        pump();
        TlsException failure = to.failure();
        if (failure != null) {
            throw failure;
        }
        return to.takeReceived();
    }

    private static boolean carry(Side from, Wire wire, Side to) {
        try {
            byte[] sent = from.flush();
            byte[] arrived = wire.carry(sent);
            to.arrive(arrived);
            return sent.length > 0 || arrived.length > 0;
        } catch (TlsException e) {
            throw new AssertionError("wrap without plaintext must not throw", e);
        }
    }

    private boolean release() {
        byte[] heldForServer = toServer.quiet();
        byte[] heldForClient = toClient.quiet();
        server.arrive(heldForServer);
        client.arrive(heldForClient);
        return heldForServer.length > 0 || heldForClient.length > 0;
    }

    private static TlsException failureOf(Side side) {
        TlsException failure = side.failure();
        if (failure == null) {
            throw new AssertionError("this side did not fail; it is " + state(side));
        }
        return failure;
    }

    private @Nullable TlsException firstFailure() {
        TlsException failure = client.failure();
        return failure != null ? failure : server.failure();
    }

    private static String state(Side side) {
        TlsException failure = side.failure();
        return failure != null
                ? "failed with " + failure
                : side.connection().isHandshaking() ? "is waiting" : "is done";
    }
}
