package io.rustls4j.jsse.keys;

import io.rustls4j.jsse.handshake.Endpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The questions to a key manager. A plain one is not told of engines, since it knows sockets only.
 */
final class ManagerFace {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final X509KeyManager manager;

    ManagerFace(X509KeyManager manager) {
        this.manager = manager;
    }

    @Nullable String serverAlias(
            String keyType, Principal @Nullable [] issuers, Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.OfSocket(var socket) ->
                    manager.chooseServerAlias(keyType, issuers, socket);
            case Endpoint.OfEngine(var engine)
                    when manager instanceof X509ExtendedKeyManager extended ->
                    extended.chooseEngineServerAlias(keyType, issuers, engine);
            case Endpoint.OfEngine(var engine) -> manager.chooseServerAlias(keyType, issuers, null);
        };
    }

    @Nullable String clientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.OfSocket(var socket) ->
                    manager.chooseClientAlias(keyTypes, issuers, socket);
            case Endpoint.OfEngine(var engine)
                    when manager instanceof X509ExtendedKeyManager extended ->
                    extended.chooseEngineClientAlias(keyTypes, issuers, engine);
            case Endpoint.OfEngine(var engine) ->
                    manager.chooseClientAlias(keyTypes, issuers, null);
        };
    }

    /** What an alias stands for; empty if it is no private key with a certificate. */
    Optional<Credential> credential(String alias) {
        PrivateKey key = manager.getPrivateKey(alias);
        X509Certificate[] chain = manager.getCertificateChain(alias);
        if (key == null || chain == null || chain.length == 0) {
            LOG.log(
                    Level.DEBUG,
                    "the key manager chose {0}, which has no {1}",
                    alias,
                    key == null ? "private key" : "certificate chain");
            return Optional.empty();
        }
        return Optional.of(new Credential(alias, List.of(chain), key));
    }
}
