package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.ClientConfig;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsException;
import io.rustls4j.WebPkiClientVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Somebody on the way changes what is sent. It is noticed, it is told, and it never hangs. */
@ContractTest
class CorruptedRecordsTest {
    /** More than any side sends in a handshake of either version, with client certificates. */
    private static final int MAX_RECORDS = 30;

    @EveryPairingAndVersion
    void aSpoiledRecordEndsTheHandshake(Pairing pairing, ProtocolVersion version) {
        try (ClientConfig clients = clients(pairing, version);
                ServerConfig servers = servers(pairing)) {
            for (boolean fromClient : new boolean[] {true, false}) {
                int spoiled = 0;
                int told = 0;
                for (Corruption corruption : Corruption.values()) {
                    for (int victim = 0; victim < MAX_RECORDS; victim++) {
                        CorruptingWire wire = new CorruptingWire(victim, corruption);
                        try (TlsPair pair =
                                TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                            pair.through(
                                    fromClient ? wire : Wire.PLAIN, fromClient ? Wire.PLAIN : wire);
                            String what =
                                    corruption
                                            + " of record "
                                            + victim
                                            + (fromClient ? " to server" : " to client");
                            told += assertNoticed(pair, wire, version, fromClient, what) ? 1 : 0;
                        }
                        if (!wire.hasStruck()) {
                            break;
                        }
                        spoiled++;
                    }
                }
                assertThat(spoiled)
                        .as("records that were spoiled")
                        .isGreaterThan(2 * Corruption.values().length);
                assertThat(told).as("peers that were told by an alert").isGreaterThan(spoiled / 3);
            }
        }
    }

    @EveryPairingAndVersion
    void recordsThatChangePlacesEndTheHandshake(Pairing pairing, ProtocolVersion version) {
        try (ClientConfig clients = clients(pairing, version);
                ServerConfig servers = servers(pairing)) {
            int struck = 0;
            for (boolean fromClient : new boolean[] {true, false}) {
                for (int victim = 0; victim < MAX_RECORDS; victim++) {
                    ReorderingWire wire = new ReorderingWire(victim);
                    try (TlsPair pair =
                            TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                        pair.through(fromClient ? wire : Wire.PLAIN, fromClient ? Wire.PLAIN : wire)
                                .pump();
                        endInput(pair);
                        if (wire.hasStruck()) {
                            struck++;
                            // In TLS 1.3 a ChangeCipherSpec means nothing and may be anywhere (RFC
                            // 8446 section 5).
                            boolean harmless =
                                    version == ProtocolVersion.TLSV1_3
                                            && wire.concernsChangeCipherSpec();
                            if (!harmless) {
                                assertThat(failures(pair))
                                        .as("record %s, client=%s", victim, fromClient)
                                        .isNotEmpty();
                            }
                        }
                    }
                }
            }
            assertThat(struck).as("records that changed places").isPositive();
        }
    }

    @EveryPairingAndVersion
    void aSpoiledRecordOfDataIsNotDelivered(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        for (Corruption corruption :
                List.of(
                        Corruption.FIRST_BYTE_FLIPPED,
                        Corruption.MIDDLE_BYTE_FLIPPED,
                        Corruption.LAST_BYTE_FLIPPED)) {
            try (TlsPair pair =
                    pairing.pair(pairing.newClient().versions(version), pairing.newServer())
                            .handshake()) {
                byte[] good = pair.client().write(Payload.of(100));
                byte[] bad = corruption.apply(pair.client().write(Payload.of(200)));
                pair.server().arrive(good);
                pair.server().arrive(bad);
                pair.pump();

                assertThat(pair.server().takeReceived()).isEqualTo(Payload.of(100));
                Failures.assertProtocolError(
                        pair.server().failure(), ProtocolErrorException.Kind.DECRYPT_ERROR);
                Failures.assertAlertReceived(
                        pair.client().failure(), AlertDescription.BAD_RECORD_MAC);
            }
        }
    }

    @EveryPairingAndVersion
    void aReplayedRecordOfDataIsNotDelivered(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (TlsPair pair =
                pairing.pair(pairing.newClient().versions(version), pairing.newServer())
                        .handshake()) {
            byte[] record = pair.client().write(Payload.of(100));
            pair.server().arrive(record);
            pair.server().arrive(record);
            pair.pump();

            assertThat(pair.server().takeReceived()).isEqualTo(Payload.of(100));
            Failures.assertProtocolError(
                    pair.server().failure(), ProtocolErrorException.Kind.DECRYPT_ERROR);
        }
    }

    @EveryPairingAndVersion
    void whatCameBeforeASpoiledRecordInTheSameCallIsDelivered(
            Pairing pairing, ProtocolVersion version) throws TlsException {
        try (TlsPair pair =
                pairing.pair(pairing.newClient().versions(version), pairing.newServer())
                        .handshake()) {
            byte[] good = pair.client().write(Payload.of(1000));
            byte[] bad = Corruption.LAST_BYTE_FLIPPED.apply(pair.client().write(Payload.of(50)));
            pair.server().arrive(good);
            pair.server().arrive(bad);

            for (int calls = 0; pair.server().failure() == null; calls++) {
                assertThat(calls).isLessThan(10);
                pair.server().readOnce();
            }

            assertThat(pair.server().takeReceived()).isEqualTo(Payload.of(1000));
        }
    }

    @EveryPairing
    void noiseInPlaceOfAHandshakeIsRefused(Pairing pairing) {
        SplittableRandom random = new SplittableRandom(4);
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build()) {
            for (int i = 0; i < 200; i++) {
                byte[] noise = new byte[random.nextInt(1, 2000)];
                random.nextBytes(noise);
                if (i % 2 == 0) {
                    // Otherwise most of it would fall at the first byte.
                    byte[] header = {22, 3, 1, 0};
                    System.arraycopy(header, 0, noise, 0, Math.min(header.length, noise.length));
                }
                try (TlsPair pair =
                        TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                    pair.client().arrive(noise);
                    pair.server().arrive(noise);
                    pair.client().read();
                    pair.server().read();
                    pair.client().endOfInput();
                    pair.server().endOfInput();
                    assertThat(failures(pair)).hasSize(2);
                }
            }
        }
    }

    /**
     * Returns whether a side was told by an alert; some faults only show as an end of input, or end
     * both sides at once.
     */
    private static boolean assertNoticed(
            TlsPair pair,
            CorruptingWire wire,
            ProtocolVersion version,
            boolean fromClient,
            String what) {
        pair.pump();
        endInput(pair);
        if (wire.hasStruck() && failures(pair).isEmpty()) {
            // What comes after the handshake (tickets) is noticed with the next record at the
            // latest.
            send(
                    fromClient ? pair.client() : pair.server(),
                    fromClient ? pair.server() : pair.client());
            pair.pump();
        }
        if (wire.hasStruck() && !isHarmless(wire, version)) {
            assertThat(failures(pair)).as(what).isNotEmpty();
        }
        return failures(pair).stream().anyMatch(AlertReceivedException.class::isInstance);
    }

    private static void send(Side from, Side to) {
        try {
            to.arrive(from.write(Payload.of(1000)));
        } catch (TlsException e) {
            throw new AssertionError("a side that has not failed cannot write", e);
        }
    }

    /**
     * In TLS 1.3 a ChangeCipherSpec means nothing, so that it may be missing or come twice (RFC
     * 8446 section 5).
     */
    private static boolean isHarmless(CorruptingWire wire, ProtocolVersion version) {
        return version == ProtocolVersion.TLSV1_3
                && wire.victimsType() == Records.CHANGE_CIPHER_SPEC;
    }

    private static void endInput(TlsPair pair) {
        for (Side side : List.of(pair.client(), pair.server())) {
            if (side.failure() == null && side.connection().isHandshaking()) {
                side.endOfInput();
            }
        }
        pair.pump();
    }

    private static List<TlsException> failures(TlsPair pair) {
        List<TlsException> failures = new ArrayList<>();
        for (Side side : List.of(pair.client(), pair.server())) {
            TlsException failure = side.failure();
            if (failure != null) {
                failures.add(failure);
            }
        }
        return failures;
    }

    private static ClientConfig clients(Pairing pairing, ProtocolVersion version) {
        return pairing.newClient()
                .versions(version)
                .certifiedKeys(Identities.clientKey())
                .resumption(Resumption.DISABLED)
                .build();
    }

    private static ServerConfig servers(Pairing pairing) {
        return pairing.newServer()
                .clientVerifier(WebPkiClientVerifier.builder(Identities.roots()).build())
                .build();
    }
}
