package io.rustls4j.jsse.context;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.parameters.ClientAuth;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.session.ServerSessionCache;
import io.rustls4j.jsse.trust.PeerTrust;
import java.util.Optional;
import java.util.OptionalInt;

/** The configurations of a context's server connections. Thread-safe. */
public final class ServerConfigs {
    private static final int LIMIT = 1024;

    private final PeerTrust trust;
    private final KeyChoice keys;
    private final ServerSessionCache sessions;
    private final ConfigCache<Key, ServerConfig> cache = new ConfigCache<>(LIMIT, config -> {});

    ServerConfigs(PeerTrust trust, KeyChoice keys, ServerSessionCache sessions) {
        this.trust = trust;
        this.keys = keys;
        this.sessions = sessions;
    }

    /** All that makes one configuration differ from another; a certified key equals itself only. */
    private record Key(
            Offer offer,
            Optional<Identity<ClientCertVerifier>> verifier,
            String partition,
            boolean ownSuiteOrder,
            boolean sessionCreation,
            OptionalInt maxFragmentSize,
            Optional<String> protocol,
            CertifiedKey certifiedKey) {}

    public KeyChoice keys() {
        return keys;
    }

    public ServerSessionCache sessions() {
        return sessions;
    }

    /** The configuration for one client. */
    public ServerConfig config(
            Offer offer,
            JsseConnection connection,
            Optional<String> protocol,
            CertifiedKey certifiedKey) {
        ConnectionParameters parameters = connection.parameters();
        ClientAuth clientAuth = parameters.clientAuth();
        boolean managerDecides = ManagerDecides.onClients(parameters);
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
                        clientAuth + "/" + managerDecides,
                        parameters.useCipherSuitesOrder(),
                        parameters.enableSessionCreation(),
                        parameters.maxFragmentSize(),
                        protocol,
                        certifiedKey);
        return cache.get(key, this::build);
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
                        .versions(key.offer.versions().toArray(ProtocolVersion[]::new))
                        .certifiedKeys(key.certifiedKey)
                        .ignoreClientOrder(key.ownSuiteOrder)
                        .alpnProtocols(key.protocol.stream().toArray(String[]::new))
                        .sessions(sessions(key));
        key.maxFragmentSize.ifPresent(builder::maxFragmentSize);
        key.verifier.ifPresent(verifier -> builder.clientVerifier(verifier.value()));
        return builder.build();
    }

    /** A resumed client is not judged again, so sessions are found only where it would be judged alike. */
    private ServerSessions sessions(Key key) {
        return key.sessionCreation
                ? new ServerSessions.Stored(
                        sessions.storeFor(key.partition))
                : new ServerSessions.Disabled();
    }
}
