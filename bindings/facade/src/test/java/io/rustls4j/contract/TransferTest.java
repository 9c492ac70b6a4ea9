package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plaintext goes in on one side and comes out on the other, whatever the buffers. */
@ContractTest
class TransferTest {
    private static final int MIB = 1 << 20;

    static Stream<Arguments> pairingsVersionsAndShapes() {
        return Cases.pairingsAndVersions()
                .flatMap(
                        both ->
                                Arrays.stream(BufferShape.values())
                                        .map(
                                                shape ->
                                                        Arguments.of(
                                                                both.get()[0],
                                                                both.get()[1],
                                                                shape)));
    }

    static Stream<Arguments> pairingsVersionsAndSizes() {
        List<BufferPlan> plans =
                List.of(
                        new BufferPlan(BufferShape.HEAP, 1, 1),
                        new BufferPlan(BufferShape.DIRECT, 1, 1),
                        new BufferPlan(BufferShape.NATIVE_SEGMENT, 1, 1),
                        new BufferPlan(BufferShape.HEAP, 7, 7),
                        new BufferPlan(BufferShape.DIRECT_SLICE, 1, 512),
                        new BufferPlan(BufferShape.HEAP_SLICE, 512, 1),
                        new BufferPlan(BufferShape.DIRECT, 65536, 1),
                        new BufferPlan(BufferShape.HEAP, 512, 512),
                        new BufferPlan(BufferShape.DIRECT, 16384, BufferPlan.RECORD),
                        new BufferPlan(BufferShape.HEAP, 16383, 16384),
                        new BufferPlan(BufferShape.HEAP_SEGMENT, 65536, BufferPlan.RECORD),
                        new BufferPlan(BufferShape.DIRECT, MIB, MIB));
        return Cases.pairingsAndVersions()
                .flatMap(
                        both ->
                                plans.stream()
                                        .map(
                                                plan ->
                                                        Arguments.of(
                                                                both.get()[0],
                                                                both.get()[1],
                                                                plan)));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("pairingsVersionsAndShapes")
    void everyKindOfMemoryWorks(Pairing pairing, ProtocolVersion version, BufferShape shape)
            throws TlsException {
        echo(pairing, version, new BufferPlan(shape, 4096, 20_000), 100_000);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("pairingsVersionsAndSizes")
    void everySizeOfBufferWorks(Pairing pairing, ProtocolVersion version, BufferPlan plan)
            throws TlsException {
        // A record for each few bytes takes its time.
        boolean tiny = plan.plaintext() < 100;
        echo(pairing, version, plan, tiny ? 4_000 : 40_000);
    }

    @EveryPairingAndVersion
    void manyMebibytesArriveUnchanged(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        echo(pairing, version, new BufferPlan(BufferShape.DIRECT, 65536, 65536), 8 * MIB);
    }

    @EveryPairingAndVersion
    void everySizeOfPlaintextAroundTheRecordsSizeWorks(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (TlsPair pair = connected(pairing, version, BufferPlan.ROOMY)) {
            for (int size :
                    new int[] {
                        1, 2, 15, 16, 17, 255, 256, 16383, 16384, 16385, 32767, 32768, 32769
                    }) {
                assertThat(pair.clientSends(Payload.of(size))).isEqualTo(Payload.of(size));
                assertThat(pair.serverSends(Payload.of(size))).isEqualTo(Payload.of(size));
            }
        }
    }

    @EveryPairingAndVersion
    void plaintextWaitsUntilTheHandshakeIsDone(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build();
                TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
            ByteBuffer plaintext = ByteBuffer.wrap(Payload.of(100));
            ByteBuffer hello = ByteBuffer.allocate(BufferPlan.RECORD);

            assertThat(pair.client().connection().wrap(plaintext, hello))
                    .isEqualTo(TransferStatus.OK);
            assertThat(plaintext.position()).isZero();
            pair.server().arrive(Arrays.copyOf(hello.array(), hello.position()));

            pair.handshake();
            assertThat(pair.clientSends(plaintext.array())).isEqualTo(plaintext.array());
        }
    }

    @EveryPairingAndVersion
    void plaintextThatDoesNotFitIsFetchedWithoutNewInput(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        byte[] payload = Payload.of(50_000);
        try (TlsPair pair = connected(pairing, version, BufferPlan.ROOMY)) {
            ByteBuffer records = ByteBuffer.wrap(pair.client().write(payload));
            TlsConnection server = pair.server().connection();
            ByteBuffer received = ByteBuffer.allocate(payload.length);

            for (int calls = 0; received.hasRemaining(); calls++) {
                assertThat(calls).isLessThan(2 * payload.length);
                ByteBuffer small = ByteBuffer.allocate(1000);
                TransferStatus status = server.unwrap(records, small);
                boolean fullWithMoreToCome =
                        !small.hasRemaining() && received.remaining() > small.capacity();
                if (fullWithMoreToCome) {
                    assertThat(status).isEqualTo(TransferStatus.OUTPUT_FULL);
                }
                received.put(small.flip());
            }

            assertThat(received.array()).isEqualTo(payload);
            assertThat(server.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(10)))
                    .isEqualTo(TransferStatus.OK);
        }
    }

    @EveryPairingAndVersion
    void anEmptyOutputLosesNothing(Pairing pairing, ProtocolVersion version) throws TlsException {
        byte[] payload = Payload.of(5_000);
        try (TlsPair pair = connected(pairing, version, BufferPlan.ROOMY)) {
            ByteBuffer records = ByteBuffer.wrap(pair.client().write(payload));
            TlsConnection server = pair.server().connection();

            assertThat(server.unwrap(records, ByteBuffer.allocate(0)))
                    .isEqualTo(TransferStatus.OUTPUT_FULL);

            byte[] rest = new byte[records.remaining()];
            records.get(rest);
            pair.server().arrive(rest);
            pair.server().readOnce();
            assertThat(pair.server().takeReceived()).isEqualTo(payload);
        }
    }

    @EveryPairing
    void halfARecordGivesNothingAndIsNoError(Pairing pairing) throws TlsException {
        byte[] payload = Payload.of(3_000);
        try (TlsPair pair = connected(pairing, ProtocolVersion.TLSV1_3, BufferPlan.ROOMY)) {
            byte[] record = pair.client().write(payload);

            pair.server().arrive(Arrays.copyOf(record, record.length - 1));
            pair.pump();
            assertThat(pair.server().takeReceived()).isEmpty();
            assertThat(pair.server().connection().wantsRead()).isTrue();

            pair.server().arrive(Arrays.copyOfRange(record, record.length - 1, record.length));
            pair.pump();
            assertThat(pair.server().takeReceived()).isEqualTo(payload);
        }
    }

    @EveryPairing
    void aSmallBufferLimitSlowsDownAndLosesNothing(Pairing pairing) throws TlsException {
        byte[] payload = Payload.of(100_000);
        try (TlsPair pair = connected(pairing, ProtocolVersion.TLSV1_3, BufferPlan.ROOMY)) {
            pair.client().connection().setBufferLimit(1);
            pair.server().connection().setBufferLimit(100);

            assertThat(Payload.digest(pair.clientSends(payload)))
                    .isEqualTo(Payload.digest(payload));
            assertThat(Payload.digest(pair.serverSends(payload)))
                    .isEqualTo(Payload.digest(payload));
        }
    }

    @EveryPairing
    void aReadOnlyDestinationIsRefused(Pairing pairing) throws TlsException {
        try (TlsPair pair = connected(pairing, ProtocolVersion.TLSV1_3, BufferPlan.ROOMY)) {
            TlsConnection client = pair.client().connection();
            ByteBuffer readOnly = ByteBuffer.allocate(BufferPlan.RECORD).asReadOnlyBuffer();

            assertThatThrownBy(() -> client.wrap(ByteBuffer.allocate(1), readOnly))
                    .isInstanceOf(ReadOnlyBufferException.class);
            assertThatThrownBy(() -> client.unwrap(ByteBuffer.allocate(0), readOnly))
                    .isInstanceOf(ReadOnlyBufferException.class);
            assertThat(pair.clientSends(Payload.of(10))).as("afterwards").isEqualTo(Payload.of(10));
        }
    }

    @EveryEngine
    void recordsAreAsSmallAsAskedFor(EngineKind engine) throws TlsException {
        Pairing pairing = engine == EngineKind.RUSTLS ? Pairing.RUSTLS_RUSTLS : Pairing.JDK_JDK;
        int size = 1000;
        // rustls counts plaintext and header, the JDK the whole record; protection adds this much
        // at most.
        int protection = 32;
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().maxFragmentSize(size),
                                pairing.newServer().maxFragmentSize(size))
                        .handshake()) {
            byte[] payload = Payload.of(10_000);
            byte[] sent = pair.client().write(payload);

            assertThat(Records.split(sent))
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(
                            record ->
                                    assertThat(record.length)
                                            .isLessThanOrEqualTo(size + protection));
            pair.server().arrive(sent);
            pair.pump();
            assertThat(pair.server().takeReceived()).isEqualTo(payload);
            assertThat(pair.serverSends(payload)).isEqualTo(payload);
        }
    }

    private static void echo(Pairing pairing, ProtocolVersion version, BufferPlan plan, int size)
            throws TlsException {
        byte[] payload = Payload.of(size);
        try (TlsPair pair = connected(pairing, version, plan)) {
            byte[] there = pair.clientSends(payload);
            assertThat(Payload.digest(there)).isEqualTo(Payload.digest(payload));
            byte[] back = pair.serverSends(there);
            assertThat(Payload.digest(back)).isEqualTo(Payload.digest(payload));
        }
    }

    private static TlsPair connected(Pairing pairing, ProtocolVersion version, BufferPlan plan) {
        return pairing.pair(pairing.newClient().versions(version), pairing.newServer())
                .with(plan)
                .handshake();
    }
}
