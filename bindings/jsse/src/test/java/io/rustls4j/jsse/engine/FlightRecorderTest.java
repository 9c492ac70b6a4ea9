package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.KeyKind;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording tells of handshakes, also one that begins when others are already done. */
final class FlightRecorderTest {
    private static final String EVENT = "io.rustls4j.TLSHandshake";

    @TempDir private Path directory;

    @Test
    void handshakesDuringTheRecordingAreInIt() throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        new EnginePair(context, context, "TLSv1.3").handshake();
        Path file = directory.resolve("handshakes.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(EVENT);
            recording.start();
            EnginePair pair = new EnginePair(context, context, "TLSv1.2");
            pair.handshake();
            recording.stop();
            recording.dump(file);

            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            assertThat(events)
                    .extracting(event -> event.getEventType().getName())
                    .containsExactly(EVENT, EVENT);
            assertThat(events)
                    .extracting(event -> event.getBoolean("client"))
                    .contains(true, false);
            assertThat(events)
                    .extracting(event -> event.getString("protocolVersion"))
                    .containsOnly("TLSv1.2");
            assertThat(events)
                    .extracting(event -> event.getString("cipherSuite"))
                    .containsOnly(pair.client.getSession().getCipherSuite());
        }
        new EnginePair(context, context, "TLSv1.3").handshake();
    }
}
