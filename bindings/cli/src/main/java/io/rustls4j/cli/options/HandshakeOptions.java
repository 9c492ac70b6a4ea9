package io.rustls4j.cli.options;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.KeyLog;
import io.rustls4j.KeyLogFile;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.cli.CommandFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both sides can choose about a handshake. */
public final class HandshakeOptions {
    @Option(
            names = "--versions",
            split = ",",
            paramLabel = "VERSION",
            converter = ProtocolVersionConverter.class,
            description = "TLSv1.2, TLSv1.3. Default: both.")
    private List<ProtocolVersion> versions = new ArrayList<>();

    @Option(names = "--tls1.2", description = "Short for --versions=TLSv1.2.")
    private boolean tls12;

    @Option(names = "--tls1.3", description = "Short for --versions=TLSv1.3.")
    private boolean tls13;

    @Option(
            names = "--ciphers",
            split = ",",
            paramLabel = "SUITE",
            converter = CipherSuiteConverter.class,
            description = "Cipher suites by IANA name, best first, such as TLS_AES_128_GCM_SHA256.")
    private List<CipherSuite> ciphers = new ArrayList<>();

    @Option(
            names = "--groups",
            split = ",",
            paramLabel = "GROUP",
            converter = NamedGroupConverter.class,
            description = "Key-exchange groups, best first, such as X25519MLKEM768,x25519.")
    private List<NamedGroup> groups = new ArrayList<>();

    @Option(
            names = "--alpn",
            split = ",",
            paramLabel = "PROTOCOL",
            description = "Application protocols, best first, such as http/1.1.")
    private List<String> alpn = new ArrayList<>();

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description =
                    "Append the connections' secrets to this file, for Wireshark. Default: the file that the"
                            + " environment variable SSLKEYLOGFILE names, if any.")
    private @Nullable Path keyLogFile;

    /** For picocli. */
    public HandshakeOptions() {}

    /**
     * The application protocols that were asked for.
     *
     * @return the names, best first; may be empty
     */
    public List<String> alpn() {
        return List.copyOf(alpn);
    }

    /**
     * Configures a client, all but its application protocols.
     *
     * @param builder what to configure
     * @throws CommandFailure if the key log cannot be written
     */
    public void applyTo(ClientConfig.Builder builder) throws CommandFailure {
        builder.provider(provider());
        Set<ProtocolVersion> chosen = chosenVersions();
        if (!chosen.isEmpty()) {
            builder.versions(chosen.toArray(new ProtocolVersion[0]));
        }
        keyLog().ifPresent(builder::keyLog);
    }

    /**
     * Configures a server, all but its application protocols.
     *
     * @param builder what to configure
     * @throws CommandFailure if the key log cannot be written
     */
    public void applyTo(ServerConfig.Builder builder) throws CommandFailure {
        builder.provider(provider());
        Set<ProtocolVersion> chosen = chosenVersions();
        if (!chosen.isEmpty()) {
            builder.versions(chosen.toArray(new ProtocolVersion[0]));
        }
        keyLog().ifPresent(builder::keyLog);
    }

    private CryptoProvider provider() {
        CryptoProvider provider = CryptoProvider.DEFAULT;
        if (!ciphers.isEmpty()) {
            provider = provider.withCipherSuites(ciphers);
        }
        return groups.isEmpty() ? provider : provider.withKxGroups(groups);
    }

    private Set<ProtocolVersion> chosenVersions() throws CommandFailure {
        Set<ProtocolVersion> chosen = EnumSet.noneOf(ProtocolVersion.class);
        chosen.addAll(versions);
        if (tls12) {
            chosen.add(ProtocolVersion.TLSV1_2);
        }
        if (tls13) {
            chosen.add(ProtocolVersion.TLSV1_3);
        }
        if (!chosen.isEmpty()
                && !ciphers.isEmpty()
                && ciphers.stream().map(HandshakeOptions::versionOf).noneMatch(chosen::contains)) {
            throw CommandFailure.ofUsage(
                    "--ciphers has no suite for "
                            + chosen
                            + "; the ones of TLS 1.3 are those without WITH",
                    null);
        }
        return chosen;
    }

    /** All suites of TLS 1.3, and no others, have numbers in one block (RFC 8446 appendix B.4). */
    private static ProtocolVersion versionOf(CipherSuite suite) {
        return suite.id() >> 8 == 0x13 ? ProtocolVersion.TLSV1_3 : ProtocolVersion.TLSV1_2;
    }

    private Optional<KeyLog> keyLog() throws CommandFailure {
        String fromEnvironment = System.getenv("SSLKEYLOGFILE");
        Path file = keyLogFile;
        if (file == null && fromEnvironment != null && !fromEnvironment.isEmpty()) {
            file = Path.of(fromEnvironment);
        }
        if (file == null) {
            return Optional.empty();
        }
        SecretFile.makeWritable(file);
        return Optional.of(new KeyLogFile(file));
    }
}
