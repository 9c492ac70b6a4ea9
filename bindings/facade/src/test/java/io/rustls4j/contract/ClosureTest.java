package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import io.rustls4j.TruncatedException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How a connection ends: cleanly, half, or cut off. */
@ContractTest
class ClosureTest {
    @EveryPairingAndVersion
    void aCleanCloseIsTold(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (TlsPair pair = connected(pairing, version)) {
            pair.client().connection().sendCloseNotify();
            pair.pump();

            assertThat(pair.server().isClosedByPeer()).isTrue();
            assertThat(pair.server().connection().peerHasClosed()).isTrue();
            pair.server().endOfInput();
            assertThat(pair.server().failure()).isNull();
            assertThat(pair.client().connection().peerHasClosed()).isFalse();
        }
    }

    @EveryPairingAndVersion
    void aServerCanCloseToo(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair = connected(pairing, version)) {
            pair.server().connection().sendCloseNotify();
            pair.pump();

            assertThat(pair.client().isClosedByPeer()).isTrue();
            pair.client().endOfInput();
            assertThat(pair.client().failure()).isNull();
        }
    }

    @EveryPairingAndVersion
    void afterACloseTheOtherDirectionStaysOpen(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        byte[] payload = Payload.of(100_000);
        try (TlsPair pair = connected(pairing, version)) {
            pair.client().connection().sendCloseNotify();
            pair.pump();
            assertThat(pair.server().isClosedByPeer()).isTrue();

            if (pairing.server() == EngineKind.JDK && version == ProtocolVersion.TLSV1_2) {
                // RFC 5246 section 7.2.1 asks for an immediate close_notify in return, and the JDK
                // obeys.
                assertThatThrownBy(() -> pair.serverSends(payload))
                        .isInstanceOfSatisfying(
                                ProtocolErrorException.class,
                                e ->
                                        assertThat(e.kind())
                                                .isEqualTo(
                                                        ProtocolErrorException.Kind.ENCRYPT_ERROR));
            } else {
                assertThat(Payload.digest(pair.serverSends(payload)))
                        .isEqualTo(Payload.digest(payload));
            }
            pair.server().connection().sendCloseNotify();
            pair.pump();

            assertThat(pair.client().isClosedByPeer()).isTrue();
            assertThat(pair.client().failure()).isNull();
            assertThat(pair.server().failure()).isNull();
        }
    }

    @EveryPairingAndVersion
    void whatCameBeforeACloseIsDeliveredFirst(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        byte[] payload = Payload.of(5_000);
        try (TlsPair pair = connected(pairing, version)) {
            byte[] records = pair.client().write(payload);
            pair.client().connection().sendCloseNotify();
            byte[] close = pair.client().flush();
            ByteBuffer all =
                    ByteBuffer.allocate(records.length + close.length)
                            .put(records)
                            .put(close)
                            .flip();
            TlsConnection server = pair.server().connection();
            ByteBuffer received = ByteBuffer.allocate(payload.length);

            TransferStatus status = TransferStatus.OK;
            for (int calls = 0; status != TransferStatus.CLOSED; calls++) {
                assertThat(calls).isLessThan(10_000);
                ByteBuffer small = ByteBuffer.allocate(100);
                status = server.unwrap(all, small);
                received.put(small.flip());
            }

            assertThat(received.array()).isEqualTo(payload);
            assertThat(server.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(10)))
                    .isEqualTo(TransferStatus.CLOSED);
        }
    }

    @EveryPairingAndVersion
    void anEndWithoutACloseIsATruncation(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        byte[] payload = Payload.of(5_000);
        try (TlsPair pair = connected(pairing, version)) {
            assertThat(pair.clientSends(payload)).isEqualTo(payload);

            pair.server().endOfInput();

            assertThat(pair.server().failure()).isInstanceOf(TruncatedException.class);
            assertThat(pair.server().isClosedByPeer()).isFalse();
        }
    }

    @EveryPairingAndVersion
    void aCutRecordIsATruncationAfterTheWholeOnes(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        byte[] payload = Payload.of(1_000);
        try (TlsPair pair = connected(pairing, version)) {
            byte[] whole = pair.client().write(payload);
            byte[] cut = pair.client().write(payload);
            pair.server().arrive(whole);
            pair.server().arrive(Arrays.copyOf(cut, cut.length / 2));

            pair.server().read();
            pair.server().endOfInput();

            assertThat(pair.server().takeReceived()).isEqualTo(payload);
            assertThat(pair.server().failure()).isInstanceOf(TruncatedException.class);
        }
    }

    @EveryPairingAndVersion
    void plaintextThatWaitsIsDeliveredBeforeATruncationIsTold(
            Pairing pairing, ProtocolVersion version) throws TlsException {
        byte[] payload = Payload.of(1_000);
        try (TlsPair pair = connected(pairing, version)) {
            ByteBuffer records = ByteBuffer.wrap(pair.client().write(payload));
            TlsConnection server = pair.server().connection();
            ByteBuffer received = ByteBuffer.allocate(payload.length);
            ByteBuffer part = received.slice(0, 10);
            server.unwrap(records, part);
            received.position(part.position());

            while (records.hasRemaining()) {
                int before = records.remaining() + received.remaining();
                server.unwrap(records, received);
                assertThat(records.remaining() + received.remaining()).isLessThan(before);
            }
            server.endOfInput();

            for (int calls = 0; received.hasRemaining(); calls++) {
                assertThat(calls).isLessThan(10);
                server.unwrap(ByteBuffer.allocate(0), received);
            }
            assertThat(received.array()).isEqualTo(payload);
            assertThatThrownBy(() -> server.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(10)))
                    .isInstanceOf(TruncatedException.class);
        }
    }

    @EveryPairing
    void anEndDuringTheHandshakeIsATruncation(Pairing pairing) throws TlsException {
        try (TlsPair pair = pairing.pair()) {
            byte[] hello = pair.client().flush();
            pair.server().arrive(Arrays.copyOf(hello, 20));
            pair.server().read();
            pair.server().endOfInput();
            assertThat(pair.server().failure()).isInstanceOf(TruncatedException.class);

            pair.client().endOfInput();
            assertThat(pair.client().failure()).isInstanceOf(TruncatedException.class);
        }
    }

    @EveryPairingAndVersion
    void closingTwiceSendsOneAlert(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (TlsPair pair = connected(pairing, version)) {
            pair.client().connection().sendCloseNotify();
            pair.client().connection().sendCloseNotify();
            assertThat(Records.split(pair.client().flush())).hasSize(1);
            pair.client().connection().sendCloseNotify();
            assertThat(pair.client().flush()).isEmpty();
        }
    }

    @EveryPairingAndVersion
    void nothingIsSentAfterAClose(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (TlsPair pair = connected(pairing, version)) {
            TlsConnection client = pair.client().connection();
            client.sendCloseNotify();
            ByteBuffer room = ByteBuffer.allocate(BufferPlan.RECORD);

            assertThatThrownBy(() -> client.wrap(ByteBuffer.allocate(10), room))
                    .isInstanceOf(IllegalStateException.class);

            pair.pump();
            assertThat(pair.server().isClosedByPeer()).isTrue();
            assertThat(pair.server().takeReceived()).isEmpty();
            assertThatThrownBy(() -> client.wrap(ByteBuffer.allocate(10), room))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(client.wrap(ByteBuffer.allocate(0), room)).isEqualTo(TransferStatus.OK);
        }
    }

    @EveryPairing
    void closingBeforeTheHandshakeIsPossible(Pairing pairing) {
        try (TlsPair pair = pairing.pair()) {
            pair.client().connection().sendCloseNotify();
            pair.pump();
            assertThat(pair.server().connection().isHandshaking()).isTrue();
        }
    }

    private static TlsPair connected(Pairing pairing, ProtocolVersion version) {
        return pairing.pair(pairing.newClient().versions(version), pairing.newServer()).handshake();
    }
}
