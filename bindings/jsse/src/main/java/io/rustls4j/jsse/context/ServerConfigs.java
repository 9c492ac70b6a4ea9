package io.rustls4j.jsse.context;

import io.rustls4j.Accepted;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.configs.ConfigCache;
import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.parameters.ClientAuth;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.parameters.TrustTerms;
import io.rustls4j.jsse.session.ServerSessionCache;
import io.rustls4j.jsse.session.TicketCount;
import io.rustls4j.jsse.stapling.Staple;
import io.rustls4j.jsse.stapling.Stapler;
import io.rustls4j.jsse.trust.PeerTrust;
import java.security.AlgorithmConstraints;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The configurations of a context's server connections. Thread-safe. */
public final class ServerConfigs {
    private static final int LIMIT = 1024;

    private final PeerTrust trust;
    private final KeyChoice keys;
    private final ServerSessionCache sessions;
    private final int ticketCount = TicketCount.read();
    private final Optional<Stapler> stapler = Stapler.byProperties();
    private final ConstraintNumbers constraintNumbers = new ConstraintNumbers();
    private final ConfigCache<Key, ServerConfig> cache = new ConfigCache<>(LIMIT, config -> {});

    ServerConfigs(PeerTrust trust, KeyChoice keys, ServerSessionCache sessions) {
        this.trust = trust;
        this.keys = keys;
        this.sessions = sessions;
    }

    /** All that makes one configuration differ from another; what is shown equals itself only. */
    private record Key(
            Offer offer,
            Optional<Identity<ClientCertVerifier>> verifier,
            String partition,
            boolean ownSuiteOrder,
            OptionalInt maxFragmentSize,
            Optional<String> protocol,
            ShownKey shown) {
        /** Clients are judged by the schemes, too. */
        private String store() {
            return verifier.isPresent() ? partition + "/" + offer.schemes() : partition;
        }

        /** Written out: what the compiler makes of records is spun anew in each process. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && offer.equals(that.offer)
                    && verifier.equals(that.verifier)
                    && partition.equals(that.partition)
                    && ownSuiteOrder == that.ownSuiteOrder
                    && maxFragmentSize.equals(that.maxFragmentSize)
                    && protocol.equals(that.protocol)
                    && shown.equals(that.shown);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * offer.hashCode() + verifier.hashCode()) + protocol.hashCode())
                    + shown.hashCode();
        }
    }

    public KeyChoice keys() {
        return keys;
    }

    public ServerSessionCache sessions() {
        return sessions;
    }

    /** Whether clients that ask are shown OCSP responses. */
    public boolean staples() {
        return stapler.isPresent();
    }

    /** The OCSP response for the certificate that was chosen, if there is one; may block. */
    public Optional<Staple> staple(JsseConnection connection) {
        List<X509Certificate> chain = connection.session().localChain();
        return stapler.isPresent() ? stapler.get().staple(chain) : Optional.empty();
    }

    /**
     * Goes on from a client's hello.
     *
     * @param protocol the application protocol that was chosen
     * @param shown the certificate that was chosen
     * @throws TlsException if rustls refuses the hello
     */
    public TlsConnection accept(
            Accepted accepted,
            Offer offer,
            JsseConnection connection,
            Optional<String> protocol,
            ShownKey shown)
            throws TlsException {
        ConnectionParameters parameters = connection.parameters();
        ClientAuth clientAuth = parameters.clientAuth();
        TrustTerms terms = connection.settleTerms();
        boolean managerDecides = ManagerDecides.onClients(terms);
        Optional<Identity<ClientCertVerifier>> verifier =
                clientAuth == ClientAuth.NONE
                        ? Optional.empty()
                        : Optional.of(
                                new Identity<>(
                                        trust.clientVerifier(
                                                offer.schemes(),
                                                clientAuth == ClientAuth.NEED,
                                                managerDecides)));
        Key key =
                new Key(
                        offer,
                        verifier,
                        partition(clientAuth, terms),
                        parameters.useCipherSuitesOrder(),
                        parameters.maxFragmentSize(),
                        protocol,
                        shown);
        try (ConfigCache<Key, ServerConfig>.Loan loan = cache.borrow(key, this::build)) {
            return accepted.intoConnection(loan.config());
        }
    }

    /**
     * What decides whether a client is trusted, as a name: a resumed client is not judged again, so
     * that its session must only be found where it would be judged alike.
     */
    private String partition(ClientAuth clientAuth, TrustTerms terms) {
        AlgorithmConstraints constraints = terms.constraints();
        return clientAuth
                + "/"
                + terms.identification()
                + "/"
                + (constraints == null ? 0 : constraintNumbers.of(constraints));
    }

    /**
     * Puts a client to the trust manager that rustls has taken by itself.
     *
     * @throws CertificateErrorException if the manager refuses it
     */
    public void judge(TlsConnection tls) throws CertificateErrorException {
        trust.judgeClient(tls.peerCertificates());
    }

    ConfigCache<?, ServerConfig> cache() {
        return cache;
    }

    private ServerConfig build(Key key) {
        ServerConfig.Builder builder =
                ServerConfig.builder(EngineKind.RUSTLS)
                        .provider(
                                CryptoProvider.DEFAULT
                                        .withCipherSuites(key.offer.suites())
                                        .withKxGroups(key.offer.groups()))
                        .versions(key.offer.versions().toArray(new ProtocolVersion[0]))
                        .certifiedKeys(key.shown.certifiedKey())
                        .ignoreClientOrder(key.ownSuiteOrder)
                        .alpnProtocols(protocols(key.protocol))
                        .sessions(new ServerSessions.Stored(sessions.storeFor(key.store())))
                        .sendTls13Tickets(ticketCount);
        if (key.maxFragmentSize.isPresent()) {
            builder.maxFragmentSize(key.maxFragmentSize.getAsInt());
        }
        if (key.verifier.isPresent()) {
            builder.clientVerifier(key.verifier.get().value());
        }
        return builder.build();
    }

    private static String[] protocols(Optional<String> protocol) {
        return protocol.isPresent() ? new String[] {protocol.get()} : new String[0];
    }
}
