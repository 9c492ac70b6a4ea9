package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsException;

/** New keys in the middle of a connection (RFC 8446 section 4.6.3). */
@ContractTest
class KeyUpdateTest {
    @EveryPairing
    void bothSidesChangeTheirKeysAndGoOn(Pairing pairing) throws TlsException {
        try (TlsPair pair = connected(pairing, ProtocolVersion.TLSV1_3)) {
            for (int i = 0; i < 5; i++) {
                exchangeKeys(pair.client(), pair.server());
                exchangeData(pair);
                exchangeKeys(pair.server(), pair.client());
                exchangeData(pair);
            }
        }
    }

    @EveryPairing
    void bothSidesMayAskAtOnce(Pairing pairing) throws TlsException {
        try (TlsPair pair = connected(pairing, ProtocolVersion.TLSV1_3)) {
            pair.client().connection().refreshTrafficKeys();
            pair.server().connection().refreshTrafficKeys();
            pair.pump();
            exchangeData(pair);
        }
    }

    @EveryEngine
    void tls12CannotDoIt(EngineKind engine) {
        Pairing pairing = engine == EngineKind.RUSTLS ? Pairing.RUSTLS_RUSTLS : Pairing.JDK_JDK;
        try (TlsPair pair = connected(pairing, ProtocolVersion.TLSV1_2)) {
            assertThatThrownBy(() -> pair.client().connection().refreshTrafficKeys())
                    .isInstanceOf(ProtocolErrorException.class);
        }
    }

    @EveryPairing
    void itNeedsAFinishedHandshake(Pairing pairing) throws TlsException {
        try (TlsPair pair = pairing.pair()) {
            assertThatThrownBy(() -> pair.client().connection().refreshTrafficKeys())
                    .isInstanceOfSatisfying(
                            ProtocolErrorException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(
                                                    ProtocolErrorException.Kind
                                                            .HANDSHAKE_NOT_COMPLETE));
            pair.handshake();
            exchangeData(pair);
        }
    }

    /** The message goes there, and since it asks for the same, one comes back. */
    private static void exchangeKeys(Side asking, Side asked) throws TlsException {
        asking.connection().refreshTrafficKeys();
        byte[] request = asking.flush();
        assertThat(Records.split(request)).hasSize(1);
        asked.arrive(request);
        asked.read();
        // An engine may send its own update only before its next data.
        byte[] answer = asked.write(Payload.of(1));
        assertThat(Records.split(answer)).as("an update and a record of data").hasSize(2);
        asking.arrive(answer);
        asking.read();
        assertThat(asking.takeReceived()).isEqualTo(Payload.of(1));
    }

    private static void exchangeData(TlsPair pair) throws TlsException {
        assertThat(pair.clientSends(Payload.of(20_000))).isEqualTo(Payload.of(20_000));
        assertThat(pair.serverSends(Payload.of(20_000))).isEqualTo(Payload.of(20_000));
    }

    private static TlsPair connected(Pairing pairing, ProtocolVersion version) {
        return pairing.pair(pairing.newClient().versions(version), pairing.newServer()).handshake();
    }
}
