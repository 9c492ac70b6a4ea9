package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateDer;
import java.util.List;
import java.util.Optional;

/** What a connection hands out is a copy: upstream only lends it until the next call. */
@ContractTest
class CopiedValuesTest {
    private static final String PROTOCOL = "copied";

    @EveryPairing
    void whatWasAskedForOutlivesTheConnection(Pairing pairing) {
        List<CertificateDer> certificates;
        Optional<String> serverName;
        Optional<String> protocol;
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().alpnProtocols(PROTOCOL),
                                pairing.newServer().alpnProtocols(PROTOCOL))
                        .handshake()) {
            certificates = pair.client().connection().peerCertificates();
            serverName = pair.server().connection().serverName();
            protocol = pair.client().connection().alpnProtocol();
        }
        useMemoryAnew(pairing);

        assertThat(certificates).isEqualTo(Identities.dersOf(Identities.SERVER));
        assertThat(serverName).contains(Identities.NAME);
        assertThat(protocol).contains(PROTOCOL);
    }

    /** Other connections are likely to get the memory that the first one gave back. */
    private static void useMemoryAnew(Pairing pairing) {
        for (int i = 0; i < 20; i++) {
            pairing.pair().handshake().close();
        }
    }
}
