package io.rustls4j.jsse.context;

import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.session.ClientSessions;
import io.rustls4j.jsse.trust.PeerTrust;
import java.util.OptionalInt;

/** The configurations of a context's client connections. Thread-safe. */
public final class ClientConfigs {
    private static final int LIMIT = 256;

    private final PeerTrust trust;
    private final KeyChoice keys;
    private final ClientSessions sessions;
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
            OptionalInt maxFragmentSize) {}

    /** A configuration for one connection, with the session memory of its peer. */
    public ClientSessions.Lease lease(
            Offer offer,
            ConnectionParameters parameters,
            boolean sendSni,
            JsseConnection connection) {
        String algorithm = parameters.endpointIdentificationAlgorithm();
        ServerCertVerifier verifier =
                trust.serverVerifier(
                        offer.schemes(),
                        algorithm != null && !algorithm.isEmpty(),
                        ManagerDecides.onServers(parameters));
        Key key =
                new Key(
                        offer,
                        new Identity<>(verifier),
                        sendSni,
                        parameters.maxFragmentSize());
        return sessions.lease(
                cache.get(key, this::build),
                connection.peerHost(),
                connection.peerPort(),
                algorithm,
                parameters.algorithmConstraints());
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
                        .versions(key.offer.versions().toArray(ProtocolVersion[]::new))
                        .serverVerifier(key.verifier.value())
                        .certResolver(keys.clientResolver())
                        .enableSni(key.sendSni)
                        .resumption(Resumption.DISABLED);
        key.maxFragmentSize.ifPresent(builder::maxFragmentSize);
        return builder.build();
    }
}
