package io.rustls4j.cli;

import io.rustls4j.testkit.CertificateBuilder;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority whose certificate, and those it issues, are files. */
public final class Authority {
    private final TestAuthority authority;
    private final Path directory;

    public Authority(String name, Path directory) {
        this.authority = TestAuthority.root(name);
        this.directory = directory;
        write(directory.resolve(name + ".pem"), authority.pem());
        this.file = directory.resolve(name + ".pem").toString();
    }

    private final String file;

    public String file() {
        return file;
    }

    public CertificateBuilder newCertificate() {
        return authority.newCertificate();
    }

    /** Options that name a certificate and its key. */
    public List<String> options(String fileName, CertificateBuilder certificate) {
        try {
            PemFiles files = certificate.issue().writeTo(directory, fileName);
            return List.of("--cert", files.chain().toString(), "--key", files.key().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server's options: a certificate for localhost and 127.0.0.1, and more. */
    public String[] serverOptions(String... more) {
        return join(options("server", newCertificate().dns("localhost").ip("127.0.0.1")), more);
    }

    public static String[] join(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
