package io.rustls4j.examples;

import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.jspecify.annotations.Nullable;

/** A server's certificate, and who trusts it, in the forms that the examples read. */
final class Credentials {
    static final String PASSWORD = "changeit";

    private static final TestAuthority ROOT = TestAuthority.root("examples");
    private static final IssuedCertificate SERVER = ROOT.newCertificate().dns("localhost").issue();

    private Credentials() {}

    static PemFiles pem(Path directory) throws IOException {
        return SERVER.writeTo(directory, "server");
    }

    static Path roots(Path directory) throws IOException {
        return Files.write(directory.resolve("roots.pem"), ROOT.pem());
    }

    static ServerCertVerifier verifier() {
        return WebPkiServerVerifier.builder(RootCertStore.ofPem(ROOT.pem())).build();
    }

    static Path keyStore(Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "server",
                SERVER.privateKey(),
                PASSWORD.toCharArray(),
                SERVER.chain().toArray(Certificate[]::new));
        return write(store, directory.resolve("server.p12"));
    }

    static Path trustStore(Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("root", ROOT.certificate());
        return write(store, directory.resolve("roots.p12"));
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char @Nullable [] none = null;
        store.load(null, none);
        return store;
    }

    private static Path write(KeyStore store, Path file)
            throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
