package io.rustls4j.jsse.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.TlsConnection;
import io.rustls4j.jsse.engine.Identity;
import io.rustls4j.testkit.KeyKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many tickets a server sends. */
class TicketCountTest {
    private static final String PROPERTY = "jdk.tls.server.newSessionTicketCount";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void isOneUsually() throws Exception {
        assertThat(ticketsSent()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 10})
    void isWhatThePropertySays(int count) throws Exception {
        System.setProperty(PROPERTY, Integer.toString(count));

        assertThat(ticketsSent()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "11", "some", ""})
    void isOneWhereThePropertyMakesNoSense(String text) throws Exception {
        System.setProperty(PROPERTY, text);

        assertThat(ticketsSent()).isEqualTo(1);
    }

    private static int ticketsSent() throws Exception {
        try (FacadeClient client = new FacadeClient();
                TlsConnection connection =
                        client.shakeHands(Identity.context(KeyKind.EC_P256).createSSLEngine())) {
            assertThat(connection.isHandshaking()).isFalse();
            return connection.tls13TicketsReceived();
        }
    }
}
