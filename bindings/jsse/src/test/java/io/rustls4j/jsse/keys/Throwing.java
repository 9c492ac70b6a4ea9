package io.rustls4j.jsse.keys;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** A manager that is out of order. */
record Throwing(RuntimeException failure) implements X509KeyManager {
    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        throw failure;
    }

    @Override
    public String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        throw failure;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        throw failure;
    }

    @Override
    public String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        throw failure;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        throw failure;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        throw failure;
    }
}
