package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionStats;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import io.netty.internal.tcnative.SSLSession;
import io.netty.internal.tcnative.SSLSessionCache;
import io.rustls4j.testkit.IssuedCertificate;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Netty's peers resume on the drop-in, and what not. */
class SessionsTest {
    private static final String TLS13 = "TLSv1.3";
    private static final String TLS12 = "TLSv1.2";

    @BeforeAll
    static void available() {
        OpenSsl.ensureAvailability();
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void sessionsAreResumed(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        for (int i = 0; i < 3; i++) {
            Contexts.connect(clients, servers).close();
        }
        assertThat(hits(servers)).isEqualTo(2);
        assertThat(hits(clients)).isEqualTo(2);
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aSessionIsGoodForItsHostAlone(String version) throws Exception {
        IssuedCertificate both =
                Contexts.AUTHORITY.newCertificate().dns("a.example", "b.example").issue();
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers =
                Contexts.server(SslProvider.OPENSSL)
                        .keyManager(both.privateKey(), Contexts.chain(both))
                        .protocols(version)
                        .build();
        Contexts.connect(clients, servers, "a.example").close();
        Contexts.connect(clients, servers, "b.example").close();
        assertThat(hits(servers)).isZero();
        Contexts.release(clients, servers);
    }

    @Test
    void aSessionThatTheServerInvalidatesIsNotResumed() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(TLS12).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(TLS12).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            pair.server().getSession().invalidate();
        }
        Contexts.connect(clients, servers).close();
        assertThat(hits(servers)).isZero();
        Contexts.connect(clients, servers).close();
        assertThat(hits(servers)).isEqualTo(1);
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void sessionsAreGoodForAsLongAsTheContextSays(String version) throws Exception {
        SslContext clients =
                Contexts.client(SslProvider.OPENSSL).protocols(version).sessionTimeout(42).build();
        SslContext servers =
                Contexts.server(SslProvider.OPENSSL).protocols(version).sessionTimeout(77).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            ReferenceCountedOpenSslEngine client = (ReferenceCountedOpenSslEngine) pair.client();
            ReferenceCountedOpenSslEngine server = (ReferenceCountedOpenSslEngine) pair.server();
            assertThat(SSL.getTimeout(client.sslPointer())).isEqualTo(42);
            assertThat(SSL.getTimeout(server.sslPointer())).isEqualTo(77);
        }
        Contexts.release(clients, servers);
    }

    @Test
    void sessionsAreGoodForFourHoursWhereTheApplicationDoesNotSay() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        long ctx = Contexts.pointer(servers);
        assertThat(SSLContext.getSessionCacheTimeout(ctx)).isEqualTo(14_400);
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            ReferenceCountedOpenSslEngine server = (ReferenceCountedOpenSslEngine) pair.server();
            assertThat(SSL.getTimeout(server.sslPointer())).isEqualTo(14_400);
        }
        assertThat(SSLContext.setSessionCacheTimeout(ctx, 0)).isEqualTo(14_400);
        assertThat(SSLContext.getSessionCacheTimeout(ctx)).isEqualTo(7_200);
        Contexts.release(clients, servers);
    }

    /** As a browser does that goes from a page to its WebSocket. */
    @ParameterizedTest
    @CsvSource({"TLSv1.3,false", "TLSv1.3,true", "TLSv1.2,false", "TLSv1.2,true"})
    void aSessionIsResumedWhateverIsSpokenInIt(String version, boolean tickets) throws Exception {
        SslContext servers =
                Contexts.server(SslProvider.OPENSSL)
                        .protocols(version)
                        .applicationProtocolConfig(
                                new ApplicationProtocolConfig(
                                        Protocol.ALPN,
                                        SelectorFailureBehavior.NO_ADVERTISE,
                                        SelectedListenerFailureBehavior.ACCEPT,
                                        "h2",
                                        "http/1.1"))
                        .build();
        javax.net.ssl.SSLContext clients = jdkClients();
        for (String protocol : List.of("h2", "http/1.1")) {
            SSLEngine client = clients.createSSLEngine(Contexts.NAME, 443);
            client.setUseClientMode(true);
            SSLParameters parameters = client.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {protocol});
            client.setSSLParameters(parameters);
            SSLEngine server = servers.newEngine(UnpooledByteBufAllocator.DEFAULT);
            allowTickets(server, tickets);
            try (EnginePair pair = new EnginePair(client, server)) {
                pair.handshake();
                assertThat(server.getApplicationProtocol()).isEqualTo(protocol);
            }
        }
        assertThat(hits(servers)).isEqualTo(1);
        Contexts.release(servers);
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3,false,false",
        "TLSv1.3,true,false",
        "TLSv1.3,true,true",
        "TLSv1.2,false,false",
        "TLSv1.2,true,false",
        "TLSv1.2,true,true"
    })
    void aSessionWithoutACertificateIsNotResumedWhereOneIsRequired(
            String version, boolean tickets, boolean keys) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        if (keys) {
            Contexts.setTicketKeys(servers);
        }
        for (int i = 0; i < 2; i++) {
            try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
                allowTickets(pair.server(), tickets);
                pair.handshake();
            }
        }
        assertThat(hits(servers)).isEqualTo(1);
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            allowTickets(pair.server(), tickets);
            pair.server().setNeedClientAuth(true);
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("CERTIFICATE");
        }
        assertThat(hits(servers)).isEqualTo(1);
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3,false", "TLSv1.3,true", "TLSv1.2,false", "TLSv1.2,true"})
    void whatOneVerifierHasSaidIsNotResumedUnderAnother(String version, boolean tickets)
            throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        for (int i = 0; i < 2; i++) {
            try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
                allowTickets(pair.server(), tickets);
                pair.handshake();
            }
            SSLContext.setCertVerifyCallback(
                    Contexts.pointer(servers),
                    new CertificateVerifier() {
                        @Override
                        public int verify(long ssl, byte[][] x509, String authAlgorithm) {
                            return X509_V_OK;
                        }
                    });
        }
        assertThat(hits(servers)).isZero();
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void nettyKeepsSessionsItself(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        Contexts.connect(clients, servers).close();
        for (SslContext context : List.of(clients, servers)) {
            OpenSslSessionContext sessions = (OpenSslSessionContext) context.sessionContext();
            assertThat(sessions.stats().number()).isZero();
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aServerDoesNotResumeWhatHasTimedOut(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers =
                Contexts.server(SslProvider.OPENSSL).protocols(version).sessionTimeout(1).build();
        SslContext withKeys =
                Contexts.server(SslProvider.OPENSSL).protocols(version).sessionTimeout(1).build();
        Contexts.setTicketKeys(withKeys);
        SslContext othersClients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        for (int i = 0; i < 2; i++) {
            Contexts.connect(clients, servers).close();
            Contexts.connect(othersClients, withKeys).close();
        }
        assertThat(hits(servers)).isEqualTo(1);
        assertThat(hits(withKeys)).isEqualTo(1);

        // In whole seconds: one that has passed may have been two.
        Thread.sleep(2100);
        Contexts.connect(clients, servers).close();
        Contexts.connect(othersClients, withKeys).close();

        assertThat(hits(servers)).isEqualTo(1);
        assertThat(hits(withKeys)).isEqualTo(1);
        Contexts.release(clients, servers);
        Contexts.release(othersClients, withKeys);
    }

    /** The connection has no id of its own, so Netty gives it that of its first ticket. */
    @Test
    void aClientFindsItsSessionByItsId() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(TLS13).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(TLS13).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(SSL.getSessionId(Contexts.pointer(pair.client()))).isNull();
            assertThat(SSL.getSessionId(Contexts.pointer(pair.server()))).isNull();
            byte[] id = pair.client().getSession().getId();
            assertThat(id).hasSize(32);
            assertThat(clients.sessionContext().getSession(id)).isNotNull();
            pair.client().getSession().invalidate();
            assertThat(clients.sessionContext().getSession(id)).isNull();
        }
        Contexts.release(clients, servers);
    }

    @Test
    void bothSidesOfTls12HaveTheSessionsId() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(TLS12).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(TLS12).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(SSL.getSessionId(Contexts.pointer(pair.client())))
                    .hasSize(32)
                    .isEqualTo(SSL.getSessionId(Contexts.pointer(pair.server())));
        }
        Contexts.release(clients, servers);
    }

    /** Or a client that comes back in time would never verify its server again. */
    @Test
    void theTicketsOfAResumedConnectionAreAsOldAsItsFullHandshake() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(TLS13).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(TLS13).build();
        OwnCache cache = new OwnCache();
        SSLContext.setSSLSessionCache(Contexts.pointer(clients), cache);

        Contexts.connect(clients, servers).close();
        long full = cache.last();
        Thread.sleep(1100);
        assertThat(resumes(clients, servers, full)).isTrue();
        long resumed = cache.last();
        assertThat(resumed).isNotEqualTo(full);
        assertThat(SSLSession.getTime(resumed)).isEqualTo(SSLSession.getTime(full));

        SSLSession.setTimeout(resumed, 1);
        assertThat(resumes(clients, servers, resumed)).isFalse();
        assertThat(SSLSession.getTime(cache.last())).isGreaterThan(SSLSession.getTime(full));
        cache.free();
        Contexts.release(clients, servers);
    }

    @Test
    void theTimeOfTheFullHandshakeIsNewWhereTheServerHasDeclinedToResume() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(TLS13).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(TLS13).build();
        SslContext others = Contexts.server(SslProvider.OPENSSL).protocols(TLS13).build();
        OwnCache cache = new OwnCache();
        SSLContext.setSSLSessionCache(Contexts.pointer(clients), cache);

        Contexts.connect(clients, servers).close();
        long first = cache.last();
        Thread.sleep(1100);
        assertThat(resumes(clients, others, first)).isFalse();
        assertThat(SSLSession.getTime(cache.last())).isGreaterThan(SSLSession.getTime(first));
        cache.free();
        Contexts.release(clients, servers, others);
    }

    private static boolean resumes(SslContext clients, SslContext servers, long session)
            throws SSLException {
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            assertThat(SSL.setSession(Contexts.pointer(pair.client()), session)).isTrue();
            pair.handshake();
            return SSL.isSessionReused(Contexts.pointer(pair.client()));
        }
    }

    /** Keeps what it is given, and lets the test offer it. */
    private static final class OwnCache implements SSLSessionCache {
        private final List<Long> sessions = new ArrayList<>();

        @Override
        public boolean sessionCreated(long ssl, long session) {
            sessions.add(session);
            return true;
        }

        @Override
        public long getSession(long ssl, byte[] id) {
            return -1;
        }

        long last() {
            return sessions.getLast();
        }

        void free() {
            sessions.forEach(SSLSession::free);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aServerWithoutACacheResumesNothing(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        ((OpenSslSessionContext) servers.sessionContext()).setSessionCacheEnabled(false);
        for (int i = 0; i < 2; i++) {
            Contexts.connect(clients, servers).close();
        }
        assertThat(hits(servers)).isZero();
        Contexts.release(clients, servers);
    }

    @Test
    void ticketsUnderKeysOfTheApplicationAreCounted() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(TLS13).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(TLS13).build();
        Contexts.setTicketKeys(servers);
        for (int i = 0; i < 3; i++) {
            Contexts.connect(clients, servers).close();
        }
        OpenSslSessionStats stats = ((OpenSslSessionContext) servers.sessionContext()).stats();
        assertThat(stats.ticketKeyNew()).isEqualTo(6);
        assertThat(stats.ticketKeyResume()).isEqualTo(2);
        Contexts.release(clients, servers);
    }

    @Test
    void sessionsOfOneContextAreNotTheOthers() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext first = Contexts.server(SslProvider.OPENSSL).build();
        SslContext second = Contexts.server(SslProvider.OPENSSL).build();
        Contexts.connect(clients, first).close();
        Contexts.connect(clients, second).close();
        assertThat(hits(second)).isZero();
        Contexts.release(clients, first, second);
    }

    private static void allowTickets(SSLEngine server, boolean allow) {
        long ssl = Contexts.pointer(server);
        if (allow) {
            SSL.clearOptions(ssl, SSL.SSL_OP_NO_TICKET);
        } else {
            SSL.setOptions(ssl, SSL.SSL_OP_NO_TICKET);
        }
    }

    private static javax.net.ssl.SSLContext jdkClients() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", Contexts.AUTHORITY.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        javax.net.ssl.SSLContext context = javax.net.ssl.SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static long hits(SslContext context) {
        return ((OpenSslSessionContext) context.sessionContext()).stats().hits();
    }
}
