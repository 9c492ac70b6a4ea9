package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.TicketKey;
import io.rustls4j.tcnative.context.ServerPlan.ClientAuth;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys that tell apart what is demanded of clients. */
class DemandedTicketKeysTest {
    private static final TicketKey KEY =
            TicketKey.of(new byte[TicketKey.NAME_LENGTH], new byte[TicketKey.SECRET_LENGTH]);

    @Test
    void eachDemandHasItsSecret() {
        Set<String> secrets = new HashSet<>();
        for (ClientAuth clientAuth : ClientAuth.values()) {
            secrets.add(secret(clientAuth));
        }
        assertThat(secrets).hasSize(ClientAuth.values().length);
    }

    @Test
    void serversWithTheSameKeysHaveTheSameOnes() {
        assertThat(secret(ClientAuth.REQUIRED)).isEqualTo(secret(ClientAuth.REQUIRED));
        assertThat(DemandedTicketKeys.of(List.of(KEY), ClientAuth.NONE).getFirst().name())
                .isEqualTo(KEY.name());
    }

    private static String secret(ClientAuth clientAuth) {
        TicketKey key = DemandedTicketKeys.of(List.of(KEY), clientAuth).getFirst();
        return HexFormat.of().formatHex(key.secret());
    }
}
