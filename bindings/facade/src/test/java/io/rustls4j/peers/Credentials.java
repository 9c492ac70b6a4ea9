package io.rustls4j.peers;

import io.rustls4j.CertifiedKey;
import io.rustls4j.RootCertStore;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Certificates for real peers, and the files that they read them from. */
final class Credentials {
    static final TestAuthority ROOT = TestAuthority.root("peers root");
    static final TestAuthority AUTHORITY = ROOT.intermediate("peers intermediate");

    /** Trusted by nobody. */
    static final TestAuthority STRANGER = TestAuthority.root("stranger");

    static final IssuedCertificate CLIENT =
            AUTHORITY.newCertificate().commonName("peers client").issue();
    static final IssuedCertificate STRANGE_CLIENT =
            STRANGER.newCertificate().commonName("strange client").issue();

    private Credentials() {}

    static RootCertStore roots() {
        return RootCertStore.builder().add(ROOT.certificate()).build();
    }

    /** For localhost, by name and by both addresses. */
    static IssuedCertificate server(KeyKind kind) {
        return AUTHORITY.newCertificate().dns("localhost").ip("127.0.0.1", "::1").key(kind).issue();
    }

    /** For somebody else. */
    static IssuedCertificate wrongServer() {
        return AUTHORITY.newCertificate().dns("elsewhere.example").issue();
    }

    static CertifiedKey key(IssuedCertificate issued) {
        return CertifiedKey.fromPem(issued.chainPem(), issued.keyPem());
    }

    static String rootFile(Path directory) throws IOException {
        return Files.write(directory.resolve("root.pem"), ROOT.pem()).toString();
    }

    /**
     * What openssl's programs want besides the end entity, which they take from the file with the
     * chain.
     */
    static String intermediatesFile(Path directory) throws IOException {
        return Files.write(directory.resolve("intermediates.pem"), AUTHORITY.pem()).toString();
    }

    static PemFiles files(Path directory, IssuedCertificate issued) throws IOException {
        return issued.writeTo(directory, "peer");
    }
}
