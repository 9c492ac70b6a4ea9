package io.rustls4j.jsse.trust;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The roots in the JDK's own file. */
final class JdkRoots {
    private JdkRoots() {}

    /** Where the file cannot be read, any certificate could be in it. */
    static boolean contain(X509Certificate certificate) {
        return Holder.ROOTS.map(roots -> roots.contains(certificate)).orElse(true);
    }

    private static final class Holder {
        private static final Optional<Set<Certificate>> ROOTS = read();

        private static Optional<Set<Certificate>> read() {
            File file =
                    Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toFile();
            try {
                // No password: the file's integrity is the JDK's matter, and so it does itself.
                KeyStore store = KeyStore.getInstance(file, (char[]) null);
                Set<Certificate> roots = new HashSet<>();
                for (String alias : Collections.list(store.aliases())) {
                    roots.add(store.getCertificate(alias));
                }
                return Optional.of(roots);
            } catch (IOException | GeneralSecurityException e) {
                System.getLogger("io.rustls4j.jsse")
                        .log(
                                System.Logger.Level.DEBUG,
                                "the JDK's roots in " + file + " cannot be read",
                                e);
                return Optional.empty();
            }
        }
    }
}
