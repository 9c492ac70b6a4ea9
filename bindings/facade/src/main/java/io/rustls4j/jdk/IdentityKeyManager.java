package io.rustls4j.jdk;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the key that was chosen for the current handshake. JSSE asks by alias; there is one
 * alias, which stands for that key.
 */
abstract class IdentityKeyManager extends X509ExtendedKeyManager {
    static final String ALIAS = "chosen";

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        LoadedKey key = HandshakeState.current().key();
        return key == null ? null : key.key();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        LoadedKey key = HandshakeState.current().key();
        return key == null ? null : key.chainArray();
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
        return null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
