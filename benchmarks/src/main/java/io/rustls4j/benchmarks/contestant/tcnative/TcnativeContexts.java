package io.rustls4j.benchmarks.contestant.tcnative;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSslCertificateCompressionConfig;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.credentials.Trust;
import io.rustls4j.benchmarks.scenario.Group;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;

/** The contexts of both sides. */
public record TcnativeContexts(SslContext client, SslContext server) {
    /** Sets them up for a scenario. */
    public static TcnativeContexts of(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        SslContextBuilder client = SslContextBuilder.forClient();
        client.endpointIdentificationAlgorithm("HTTPS");
        if (scenario.isMutual()) {
            client.keyManager(
                    credentials.client().chain().toFile(), credentials.client().key().toFile());
        }
        SslContextBuilder server =
                SslContextBuilder.forServer(
                        credentials.server().chain().toFile(), credentials.server().key().toFile());
        server.clientAuth(scenario.isMutual() ? ClientAuth.REQUIRE : ClientAuth.NONE);
        return new TcnativeContexts(
                build(client, scenario, credentials), build(server, scenario, credentials));
    }

    private static SslContext build(
            SslContextBuilder builder, Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        builder.sslProvider(SslProvider.OPENSSL_REFCNT)
                .protocols(scenario.version().jsseName())
                .trustManager(Trust.manager(scenario.verification(), credentials))
                // Netty's default is zlib, and nobody else compresses certificates.
                .option(
                        OpenSslContextOption.CERTIFICATE_COMPRESSION_ALGORITHMS,
                        OpenSslCertificateCompressionConfig.newBuilder().build())
                .option(
                        OpenSslContextOption.GROUPS,
                        scenario.groups().stream().map(Group::jsseName).toArray(String[]::new));
        if (scenario.version() == TlsVersion.TLS12) {
            builder.ciphers(List.of(scenario.suiteName()));
        }
        SslContext context = builder.build();
        OpenSslSessionContext sessions = (OpenSslSessionContext) context.sessionContext();
        sessions.setSessionCacheEnabled(scenario.isResumed());
        if (scenario.isResumed()) {
            // Without keys of the application's, netty turns tickets off, and TLS 1.3 has only
            // tickets.
            sessions.setTicketKeys(ticketKey());
        }
        return context;
    }

    private static OpenSslSessionTicketKey ticketKey() {
        SecureRandom random = new SecureRandom();
        byte[] name = new byte[OpenSslSessionTicketKey.NAME_SIZE];
        byte[] hmac = new byte[OpenSslSessionTicketKey.HMAC_KEY_SIZE];
        byte[] aes = new byte[OpenSslSessionTicketKey.AES_KEY_SIZE];
        random.nextBytes(name);
        random.nextBytes(hmac);
        random.nextBytes(aes);
        return new OpenSslSessionTicketKey(name, hmac, aes);
    }
}
