package io.rustls4j.jsse.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The key managers of the default context: from {@code javax.net.ssl.keyStore}, {@code
 * keyStoreType}, {@code keyStoreProvider} and {@code keyStorePassword}. "NONE" is a store without a
 * file, such as a token's.
 */
final class DefaultKeys {
    private static final String NO_FILE = "NONE";
    private static final String TOKEN = "PKCS11";

    private DefaultKeys() {}

    static KeyManager[] managers() throws GeneralSecurityException {
        String file = System.getProperty("javax.net.ssl.keyStore", "");
        String type = System.getProperty("javax.net.ssl.keyStoreType", KeyStore.getDefaultType());
        String provider = System.getProperty("javax.net.ssl.keyStoreProvider", "");
        String password = System.getProperty("javax.net.ssl.keyStorePassword", "");
        char[] characters = password.isEmpty() ? null : password.toCharArray();
        try {
            KeyStore store = file.isEmpty() ? null : load(file, type, provider, characters);
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, TOKEN.equals(type) ? null : characters);
            return factory.getKeyManagers();
        } finally {
            if (characters != null) {
                Arrays.fill(characters, ' ');
            }
        }
    }

    private static KeyStore load(
            String file, String type, String provider, char @Nullable [] password)
            throws GeneralSecurityException {
        KeyStore store =
                provider.isEmpty()
                        ? KeyStore.getInstance(type)
                        : KeyStore.getInstance(type, provider);
        try {
            if (file.equals(NO_FILE)) {
                store.load(null, password);
            } else {
                try (InputStream in = Files.newInputStream(Path.of(file))) {
                    store.load(in, password);
                }
            }
        } catch (IOException e) {
            throw new KeyStoreException(
                    "the key store " + file + " that javax.net.ssl.keyStore names cannot be read",
                    e);
        }
        return store;
    }
}
