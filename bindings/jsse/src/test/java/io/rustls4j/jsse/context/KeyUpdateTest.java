package io.rustls4j.jsse.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.TlsConnection;
import io.rustls4j.jsse.engine.Identity;
import io.rustls4j.testkit.KeyKind;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A peer asks for new keys (RFC 8446 section 4.6.3). */
class KeyUpdateTest {
    private static final int LENGTH = 5_000;
    private static final int PACKET = 1_000;

    /** The answer goes before the next record, and takes from the room for it. */
    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "1, 10", "3, 10", "1, 27", "3, 30"})
    void nothingIsLostWhereOneRecordJustFits(int sources, int spare) throws Exception {
        SSLEngine server = Identity.context(KeyKind.EC_P256).createSSLEngine();
        SSLParameters parameters = server.getSSLParameters();
        parameters.setMaximumPacketSize(PACKET);
        server.setSSLParameters(parameters);
        try (FacadeClient clients = new FacadeClient();
                TlsConnection client = clients.shakeHands(server)) {
            client.refreshTrafficKeys();
            ByteBuffer update = ByteBuffer.allocate(100);
            client.wrap(ByteBuffer.allocate(0), update);
            server.unwrap(update.flip(), ByteBuffer.allocate(PACKET));
            byte[] sent = new byte[LENGTH];
            new Random(1).nextBytes(sent);

            ByteBuffer received = ByteBuffer.allocate(LENGTH);
            int counted = 0;
            while (counted < LENGTH) {
                ByteBuffer record = ByteBuffer.allocate(PACKET + spare);
                ByteBuffer[] parts = parts(sent, counted, sources);
                SSLEngineResult result = server.wrap(parts, record);
                assertThat(result.getStatus()).isEqualTo(Status.OK);
                assertThat(LENGTH - counted - remaining(parts)).isEqualTo(result.bytesConsumed());
                assertThat(record.position()).isEqualTo(result.bytesProduced());
                counted += result.bytesConsumed();
                client.unwrap(record.flip(), received);
            }
            assertThat(received.array()).isEqualTo(sent);
        }
    }

    private static ByteBuffer[] parts(byte[] bytes, int from, int count) {
        ByteBuffer[] parts = new ByteBuffer[count];
        int start = from;
        for (int i = 0; i < count; i++) {
            int length =
                    i == count - 1 ? bytes.length - start : Math.min(300 + i, bytes.length - start);
            parts[i] = ByteBuffer.wrap(bytes, start, length);
            start += length;
        }
        return parts;
    }

    private static int remaining(ByteBuffer[] parts) {
        int sum = 0;
        for (ByteBuffer part : parts) {
            sum += part.remaining();
        }
        return sum;
    }
}
