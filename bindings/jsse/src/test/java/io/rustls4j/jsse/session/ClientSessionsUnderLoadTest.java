package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at once, and nobody at all. */
class ClientSessionsUnderLoadTest {
    private static final int THREADS = 6;
    private static final int ROUNDS = 3000;

    private static ClientConfig newBase() {
        return ClientConfig.builder()
                .serverVerifier(ServerCertVerifier.dangerous().custom(shown -> {}))
                .build();
    }

    private static JsseSession made(ClientSessions sessions, int certificate) {
        JsseSession session = JsseSession.begin("a.test", 443, sessions);
        session.setProtocol(ProtocolVersion.TLSV1_3);
        session.setCipherSuite(CipherSuite.TLS13_AES_128_GCM_SHA256);
        session.setPeerCertificates(List.of(CertificateDer.of(new byte[] {(byte) certificate})));
        return session;
    }

    @Test
    void noConnectionMeetsAClosedConfigurationAndNoneIsLeftOpen() throws Exception {
        Clock clock = new Clock();
        ClientSessions sessions = new ClientSessions(new SessionDefaults(3, 100), clock);
        try (ClientConfig base = newBase();
                ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom random = new SplittableRandom(thread);
                done.add(
                        pool.submit(
                                () -> {
                                    for (int i = 0; i < ROUNDS; i++) {
                                        round(sessions, clock, base, random);
                                    }
                                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
            assertThat(sessions.open().count()).isLessThanOrEqualTo(3);
            assertThat(Ids.of(sessions)).hasSizeLessThanOrEqualTo(3);
            sessions.forget(base);
            assertThat(sessions.open().count()).isZero();
        }
    }

    private static void round(
            ClientSessions sessions, Clock clock, ClientConfig base, SplittableRandom random) {
        String host = random.nextInt(5) + ".test";
        ClientSessions.Lease lease = sessions.lease(base, host, 443, "HTTPS", null);
        lease.connect("a.test", ClientConfig::fips);
        boolean mayResume = lease.canResume();
        JsseSession made = made(sessions, random.nextInt(3));
        JsseSession session =
                lease.completed(
                        made,
                        mayResume && random.nextBoolean()
                                ? HandshakeKind.RESUMED
                                : HandshakeKind.FULL);
        assertThat(session.isLike(made)).isTrue();
        switch (random.nextInt(20)) {
            case 0 -> session.invalidate();
            case 1 -> lease.failed();
            case 2 -> clock.advanceSeconds(20);
            case 3 -> sessions.setSessionCacheSize(1 + random.nextInt(3));
            case 4 -> Ids.of(sessions);
            default -> session.putValue("k", host);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whatNobodyHasAnyMoreIsClosed() throws Exception {
        try (ClientConfig base = newBase()) {
            OpenConfigs open = abandoned(base);
            while (open.count() > 0) {
                System.gc();
                Thread.sleep(10);
            }
        }
    }

    /** A session's value leads back to its context, as applications' values do. */
    private static OpenConfigs abandoned(ClientConfig base) {
        ClientSessions sessions = new ClientSessions(new SessionDefaults(3, 100), new Clock());
        ClientSessions.Lease lease = sessions.lease(base, "a.test", 443, null, null);
        lease.connect("a.test", ClientConfig::fips);
        lease.completed(made(sessions, 1), HandshakeKind.FULL).putValue("context", sessions);
        assertThat(sessions.open().count()).isEqualTo(1);
        return sessions.open();
    }
}
