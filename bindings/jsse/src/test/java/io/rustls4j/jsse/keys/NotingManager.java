package io.rustls4j.jsse.keys;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Has at most one identity for each type of key, and notes what it is asked. */
final class NotingManager extends X509ExtendedKeyManager {
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();

    static NotingManager empty() {
        return new NotingManager();
    }

    static NotingManager of(Identity identity) {
        return empty().with(identity.publicKey().getAlgorithm(), identity);
    }

    NotingManager with(String keyType, Identity identity) {
        identities.put(keyType, identity);
        return this;
    }

    List<String> questions() {
        return questions;
    }

    private @Nullable String answer(
            String method,
            List<String> keyTypes,
            Principal @Nullable [] issuers,
            @Nullable Object endpoint) {
        questions.add(
                method
                        + " "
                        + keyTypes
                        + " "
                        + Arrays.toString(issuers)
                        + (endpoint == null ? " nowhere" : ""));
        return keyTypes.stream().filter(identities::containsKey).findFirst().orElse(null);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return answer("engine server", List.of(keyType), issuers, engine);
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return answer(
                socket instanceof SSLSocket ? "socket server" : "server",
                List.of(keyType),
                issuers,
                socket);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
        return answer("engine client", List.of(keyTypes), issuers, engine);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return answer(
                socket instanceof SSLSocket ? "socket client" : "client",
                List.of(keyTypes),
                issuers,
                socket);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Identity identity = identities.get(alias);
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Identity identity = identities.get(alias);
        return identity == null ? null : identity.privateKey();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        throw new AssertionError("asked for all aliases of " + Objects.toString(keyType));
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        throw new AssertionError("asked for all aliases of " + Objects.toString(keyType));
    }
}
