package io.rustls4j.contract;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerConfig;

/** Which engine is the client and which the server. */
enum Pairing {
    RUSTLS_RUSTLS(EngineKind.RUSTLS, EngineKind.RUSTLS),
    RUSTLS_JDK(EngineKind.RUSTLS, EngineKind.JDK),
    JDK_RUSTLS(EngineKind.JDK, EngineKind.RUSTLS),
    JDK_JDK(EngineKind.JDK, EngineKind.JDK);

    private final EngineKind client;
    private final EngineKind server;

    Pairing(EngineKind client, EngineKind server) {
        this.client = client;
        this.server = server;
    }

    EngineKind client() {
        return client;
    }

    EngineKind server() {
        return server;
    }

    /** Starts a client that trusts {@link Identities#ROOT}. */
    ClientConfig.Builder newClient() {
        return ClientConfig.builder(client).roots(Identities.roots());
    }

    /** Starts a server that is {@link Identities#SERVER}. */
    ServerConfig.Builder newServer() {
        return ServerConfig.builder(server).certifiedKeys(Identities.serverKey());
    }

    /** Builds both configurations and makes a pair that owns them. */
    TlsPair pair(ClientConfig.Builder clientBuilder, ServerConfig.Builder serverBuilder) {
        return pair(clientBuilder, serverBuilder, Identities.NAME);
    }

    /** Builds both configurations and makes a pair that owns them, for a server of some name. */
    TlsPair pair(
            ClientConfig.Builder clientBuilder,
            ServerConfig.Builder serverBuilder,
            String serverName) {
        ClientConfig clientConfig = clientBuilder.build();
        ServerConfig serverConfig = serverBuilder.build();
        return TlsPair.of(clientConfig.connect(serverName), serverConfig.accept())
                .owning(clientConfig)
                .owning(serverConfig);
    }

    /** Both sides as they are by default. */
    TlsPair pair() {
        return pair(newClient(), newServer());
    }

    @Override
    public String toString() {
        return client + " client, " + server + " server";
    }
}
