package io.rustls4j.jsse.context;

import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsConnection;
import io.rustls4j.configs.ConfigCache;
import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.connection.ServerIdentity;
import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.parameters.TrustTerms;
import io.rustls4j.jsse.session.ClientSessions;
import io.rustls4j.jsse.trust.PeerTrust;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The configurations of a context's client connections. Thread-safe. */
public final class ClientConfigs {
    private static final int LIMIT = 256;

    private static final String CERT_COMPRESSION = "rustls4j.client.certCompression";

    private final PeerTrust trust;
    private final KeyChoice keys;
    private final ClientSessions sessions;
    private final boolean certCompression = Boolean.getBoolean(CERT_COMPRESSION);
    private final ConfigCache<Key, ClientConfig> cache;

    ClientConfigs(PeerTrust trust, KeyChoice keys, ClientSessions sessions) {
        this.trust = trust;
        this.keys = keys;
        this.sessions = sessions;
        this.cache = new ConfigCache<>(LIMIT, sessions::forget);
    }

    private record Key(
            Offer offer,
            Identity<ServerCertVerifier> verifier,
            boolean sendSni,
            OptionalInt maxFragmentSize) {
        /** Written out: what the compiler makes of records is spun anew in each process. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && offer.equals(that.offer)
                    && verifier.equals(that.verifier)
                    && sendSni == that.sendSni
                    && maxFragmentSize.equals(that.maxFragmentSize);
        }

        @Override
        public int hashCode() {
            return 31 * offer.hashCode() + verifier.hashCode();
        }
    }

    /**
     * A connection and what it has to do with its peer's sessions.
     *
     * @param tls a connection that has a hello to send
     * @param lease to be told how the handshake ends
     */
    public record Connected(TlsConnection tls, ClientSessions.Lease lease) {}

    /** Makes one connection. */
    public Connected connect(Offer offer, ServerIdentity server, JsseConnection connection) {
        ConnectionParameters parameters = connection.parameters();
        TrustTerms terms = connection.settleTerms();
        boolean checkName = terms.identify();
        ServerCertVerifier verifier =
                trust.serverVerifier(
                        offer.schemes(),
                        checkName,
                        ManagerDecides.onServers(terms) || (checkName && !server.isNamed()));
        Key key =
                new Key(
                        offer,
                        new Identity<>(verifier),
                        server.sendSni(),
                        parameters.maxFragmentSize());
        try (ConfigCache<Key, ClientConfig>.Loan loan = cache.borrow(key, this::build)) {
            ClientSessions.Lease lease =
                    sessions.lease(
                            loan.config(),
                            connection.peerHost(),
                            connection.peerPort(),
                            terms.identification(),
                            terms.constraints());
            TlsConnection tls =
                    lease.connect(server.name(), List.of(parameters.applicationProtocols()));
            return new Connected(tls, lease);
        }
    }

    /**
     * Puts a server to the trust manager that rustls has taken by itself.
     *
     * @throws CertificateErrorException if the manager refuses it
     */
    public void judge(TlsConnection tls) throws CertificateErrorException {
        trust.judgeServer(tls.peerCertificates(), tls.peerOcspResponse());
    }

    ConfigCache<?, ClientConfig> cache() {
        return cache;
    }

    private ClientConfig build(Key key) {
        ClientConfig.Builder builder =
                ClientConfig.builder(EngineKind.RUSTLS)
                        .provider(
                                CryptoProvider.DEFAULT
                                        .withCipherSuites(key.offer.suites())
                                        .withKxGroups(key.offer.groups()))
                        .versions(key.offer.versions().toArray(new ProtocolVersion[0]))
                        .serverVerifier(key.verifier.value())
                        .certResolver(keys.clientResolver())
                        .enableSni(key.sendSni)
                        .certCompression(certCompression)
                        .resumption(Resumption.DISABLED);
        if (key.maxFragmentSize.isPresent()) {
            builder.maxFragmentSize(key.maxFragmentSize.getAsInt());
        }
        return builder.build();
    }
}
