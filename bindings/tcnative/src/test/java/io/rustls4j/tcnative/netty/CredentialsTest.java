package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several certificates in one context, of which the first that the peer can use is shown. */
class CredentialsTest {
    private static final String TLS13 = "TLSv1.3";
    private static final String TLS12 = "TLSv1.2";
    private static final String RSA_SUITE = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    private static final String ECDSA_SUITE = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";

    private static final IssuedCertificate RSA =
            Contexts.AUTHORITY.newCertificate().dns(Contexts.NAME).key(KeyKind.RSA_2048).issue();
    private static final IssuedCertificate EC =
            Contexts.AUTHORITY.newCertificate().dns(Contexts.NAME).issue();

    /** Of an authority that the peers do not know. */
    private static final IssuedCertificate STRANGER =
            TestAuthority.root("another authority").newCertificate().dns(Contexts.NAME).issue();

    @BeforeAll
    static void available() {
        OpenSsl.ensureAvailability();
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void theFirstIsPreferred(String version) throws Exception {
        assertThat(shown(version, List.of(RSA, EC))).isEqualTo(RSA.certificate());
        assertThat(shown(version, List.of(EC, RSA))).isEqualTo(EC.certificate());
    }

    private static Certificate shown(String version, List<IssuedCertificate> certificates)
            throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = servers(version, certificates);
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            return leaf(pair.client());
        } finally {
            Contexts.release(clients, servers);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa_secp256r1_sha256", "ecdsa_secp256r1_sha256,rsa_pkcs1_sha256"})
    void thePeersSignatureSchemesDecide(String schemes) throws Exception {
        SslContext clients = Contexts.client(SslProvider.JDK).protocols(TLS13).build();
        SslContext servers = servers(TLS13, List.of(RSA, EC));
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            SSLParameters parameters = pair.client().getSSLParameters();
            parameters.setSignatureSchemes(schemes.split(",", -1));
            pair.client().setSSLParameters(parameters);
            pair.handshake();

            assertThat(leaf(pair.client())).isEqualTo(EC.certificate());
        }
        Contexts.release(clients, servers);
    }

    /** Netty's key manager is asked first, and has to have a key for the suite as well. */
    @ParameterizedTest
    @ValueSource(strings = {RSA_SUITE, ECDSA_SUITE})
    void thePeersSuitesDecide(String suite) throws Exception {
        KeyKind kind = suite.equals(RSA_SUITE) ? KeyKind.RSA_2048 : KeyKind.EC_P256;
        IssuedCertificate own =
                Contexts.AUTHORITY.newCertificate().dns(Contexts.NAME).key(kind).issue();
        SslContext clients =
                Contexts.client(SslProvider.OPENSSL)
                        .protocols(TLS12)
                        .ciphers(List.of(suite))
                        .build();
        SslContext servers =
                SslContextBuilder.forServer(own.privateKey(), Contexts.chain(own))
                        .sslProvider(SslProvider.OPENSSL)
                        .protocols(TLS12)
                        .build();
        add(servers, kind == KeyKind.RSA_2048 ? EC : RSA, false);
        add(servers, kind == KeyKind.RSA_2048 ? RSA : EC, false);
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            X509Certificate wanted =
                    kind == KeyKind.RSA_2048 ? RSA.certificate() : EC.certificate();
            assertThat(leaf(pair.client())).isEqualTo(wanted);
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void theContextsOwnIsForThoseThatNothingFits(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        add(servers, STRANGER, true);
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(leaf(pair.client())).isEqualTo(Contexts.SERVER.certificate());
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aClientShowsWhatItsServersAuthorityHasIssued(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        add(clients, STRANGER, true);
        add(clients, Contexts.CLIENT, true);
        SslContext servers =
                Contexts.server(SslProvider.OPENSSL)
                        .protocols(version)
                        .clientAuth(ClientAuth.REQUIRE)
                        .build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(leaf(pair.server())).isEqualTo(Contexts.CLIENT.certificate());
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void anEngineHasItsOwnBesides(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        add(servers, STRANGER, true);
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME);
                CredentialHandle credential = CredentialHandle.of(RSA, false)) {
            long ssl = Contexts.pointer(pair.server());
            SSL.addCredential(ssl, credential.number());
            assertThat(SSL.getSelectedCredential(ssl)).isZero();
            pair.handshake();

            assertThat(leaf(pair.client())).isEqualTo(RSA.certificate());
            assertThat(SSL.getSelectedCredential(ssl)).isEqualTo(credential.number());
        }
        Contexts.release(clients, servers);
    }

    private static SslContext servers(String version, List<IssuedCertificate> certificates)
            throws Exception {
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        for (IssuedCertificate certificate : certificates) {
            add(servers, certificate, false);
        }
        return servers;
    }

    /** What a context has been given stays good when the giver lets go of it. */
    private static void add(SslContext context, IssuedCertificate issued, boolean mustMatchIssuer)
            throws Exception {
        try (CredentialHandle credential = CredentialHandle.of(issued, mustMatchIssuer)) {
            SSLContext.addCredential(Contexts.pointer(context), credential.number());
        }
    }

    private static Certificate leaf(SSLEngine engine) throws Exception {
        return engine.getSession().getPeerCertificates()[0];
    }
}
