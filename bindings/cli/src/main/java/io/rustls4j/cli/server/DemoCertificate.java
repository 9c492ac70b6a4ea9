package io.rustls4j.cli.server;

import io.rustls4j.CertifiedKey;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A certificate made on the spot. Only the authority's certificate is written to a file, never a
 * key.
 *
 * @param key certificate and key for localhost, 127.0.0.1 and ::1
 * @param authorityFile the certificate that clients have to trust
 */
record DemoCertificate(CertifiedKey key, Path authorityFile) implements AutoCloseable {
    static DemoCertificate make() throws IOException {
        TestAuthority authority = TestAuthority.root("rustls4j demo authority");
        IssuedCertificate issued =
                authority
                        .newCertificate()
                        .commonName("rustls4j demo server")
                        .dns("localhost")
                        .ip("127.0.0.1", "::1")
                        .issue();
        Path file = Files.createTempFile("rustls4j-demo-authority-", ".pem");
        // For an end by a signal, which does not come past close().
        file.toFile().deleteOnExit();
        Files.write(file, authority.pem());
        return new DemoCertificate(CertifiedKey.of(issued.chain(), issued.privateKey()), file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(authorityFile);
    }
}
