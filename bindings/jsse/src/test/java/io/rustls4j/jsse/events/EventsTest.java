package io.rustls4j.jsse.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.engine.EnginePair;
import io.rustls4j.jsse.engine.Identity;
import io.rustls4j.testkit.KeyKind;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Flight Recorder is told of handshakes and certificates. */
class EventsTest {
    private static final String HANDSHAKE = "io.rustls4j.TLSHandshake";
    private static final String CERTIFICATE = "io.rustls4j.X509Certificate";
    private static final String JDKS_CERTIFICATE = "jdk.X509Certificate";
    private static final List<String> JDKS_FIELDS =
            List.of(
                    "algorithm",
                    "serialNumber",
                    "subject",
                    "issuer",
                    "keyType",
                    "keyLength",
                    "certificateId",
                    "validFrom",
                    "validUntil");

    @TempDir private Path directory;

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aCertificateIsToldOfAsByTheJdk(KeyKind kind) throws Exception {
        SSLContext context = Identity.context(kind);
        List<RecordedEvent> events =
                record(
                        List.of(CERTIFICATE, HANDSHAKE, JDKS_CERTIFICATE),
                        () -> readAgain(shakeHands(context, "TLSv1.3")));

        RecordedEvent ours = only(events, CERTIFICATE);
        RecordedEvent jdks =
                events.stream()
                        .filter(event -> is(event, JDKS_CERTIFICATE))
                        .reduce((first, last) -> last)
                        .orElseThrow();
        for (String field : JDKS_FIELDS) {
            assertThat(ours.<Object>getValue(field))
                    .as(field)
                    .isEqualTo(jdks.<Object>getValue(field));
        }
        assertThat(handshake(events, true).getLong("certificateId"))
                .isEqualTo(ours.getLong("certificateId"));
        assertThat(handshake(events, false).getLong("certificateId")).isZero();
    }

    @Test
    void aResumedHandshakeShowsNoCertificate() throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        shakeHands(context, "TLSv1.3");
        List<RecordedEvent> events =
                record(List.of(CERTIFICATE, HANDSHAKE), () -> shakeHands(context, "TLSv1.3"));

        assertThat(events).noneMatch(event -> is(event, CERTIFICATE));
        RecordedEvent client = handshake(events, true);
        assertThat(client.getBoolean("resumed")).isTrue();
        assertThat(client.getLong("certificateId")).isNotZero();
        assertThat(client.getString("peerHost")).isEqualTo(EnginePair.NAME);
        assertThat(client.getString("protocolVersion")).isEqualTo("TLSv1.3");
        assertThat(client.getString("cipherSuite")).startsWith("TLS_AES");
    }

    @Test
    void certificatesHaveToBeAskedFor() throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        List<RecordedEvent> events = record(List.of(), () -> shakeHands(context, "TLSv1.2"));

        assertThat(events).anyMatch(event -> is(event, HANDSHAKE));
        assertThat(events).noneMatch(event -> is(event, CERTIFICATE));
    }

    private List<RecordedEvent> record(List<String> enabled, Action action) throws Exception {
        try (Recording recording = new Recording()) {
            enabled.forEach(recording::enable);
            recording.start();
            action.run();
            recording.stop();
            Path file = directory.resolve("events.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file);
        }
    }

    private static X509Certificate shakeHands(SSLContext context, String protocol)
            throws Exception {
        EnginePair pair =
                new EnginePair(
                        context.createSSLEngine(EnginePair.NAME, 443),
                        context.createSSLEngine(),
                        protocol);
        pair.handshake();
        pair.exchange("ping", "pong");
        pair.close();
        return (X509Certificate) pair.client.getSession().getPeerCertificates()[0];
    }

    private static void readAgain(X509Certificate certificate) throws Exception {
        CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }

    private static RecordedEvent handshake(List<RecordedEvent> events, boolean client) {
        List<RecordedEvent> found =
                events.stream()
                        .filter(event -> is(event, HANDSHAKE))
                        .filter(event -> event.getBoolean("client") == client)
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> found = events.stream().filter(event -> is(event, name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static boolean is(RecordedEvent event, String name) {
        return event.getEventType().getName().equals(name);
    }
}
