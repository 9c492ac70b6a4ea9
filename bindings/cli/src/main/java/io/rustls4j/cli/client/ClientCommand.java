package io.rustls4j.cli.client;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.TlsChannel;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.Deadline;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.Negotiated;
import io.rustls4j.cli.Streams;
import io.rustls4j.cli.options.CredentialFiles;
import io.rustls4j.cli.options.EngineOption;
import io.rustls4j.cli.options.HandshakeOptions;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rustls4j client}. */
@Command(
        name = "client",
        description = {
            "Connects to a TLS server: standard input goes to it, what it sends goes to standard output.",
            "",
            "When standard input ends, the server is told by a close_notify, and what it still sends is"
                    + " received. What there is to say about the connection goes to standard error.",
            "Try: rustls4j client example.org --http-get / --show-certs"
        })
public final class ClientCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "HOST[:PORT]",
            converter = TargetConverter.class,
            description = "The server, by DNS name or IP address. Default port: 443.")
    private Target target = new Target("localhost", 443);

    @ArgGroup(exclusive = true)
    private TrustOptions trust = new TrustOptions();

    @Mixin private IdentityOptions identity;

    @Option(
            names = "--servername",
            paramLabel = "NAME",
            description =
                    "The name that the certificate must be for, and that is sent as SNI. Default: HOST.")
    private @Nullable String serverName;

    @Option(names = "--no-sni", description = "Do not send the name in the clear.")
    private boolean noSni;

    @Mixin private HandshakeOptions handshake;

    @Option(
            names = "--http-get",
            paramLabel = "PATH",
            description =
                    "Instead of standard input, send a GET for this path. A status of 400 or more is a failure.")
    private @Nullable String httpPath;

    @Option(names = "--show-certs", description = "Show the certificates that the server sends.")
    private boolean showCertificates;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the connection and for the handshake. Default: 10.")
    private int timeoutSeconds = 10;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but warnings and errors.")
    private boolean quiet;

    @Mixin private EngineOption engine;

    /**
     * For the command tree.
     *
     * @param streams where the bytes of the connection come from and go to
     */
    public ClientCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (httpPath != null) {
            HttpGet.check(httpPath);
        }
        if (timeoutSeconds < 1 || timeoutSeconds > 3600) {
            throw CommandFailure.ofUsage(
                    "--timeout " + timeoutSeconds + " is not in 1 to 3600", null);
        }
        ClientReport report = new ClientReport(spec.commandLine().getErr(), quiet);
        if (!trust.verifies()) {
            report.warn(
                    "the server's certificate is not verified; anyone in between can read and change everything");
        }
        String name = serverName == null ? target.host() : serverName;
        try (ClientConfig config = config()) {
            converse(config, name, report);
        } catch (IOException e) {
            throw new ConnectionFailure(target, name, identity.isGiven()).explain(e);
        }
        return ExitStatus.SUCCESS;
    }

    private ClientConfig config() throws CommandFailure {
        EngineKind kind = engine.kind();
        CredentialFiles files = new CredentialFiles(kind);
        ClientConfig.Builder builder = ClientConfig.builder(kind);
        builder.serverVerifier(trust.verifier(files));
        builder.enableSni(!noSni);
        builder.alpnProtocols(alpn().toArray(new String[0]));
        identity.applyTo(builder, files);
        handshake.applyTo(builder);
        return builder.build();
    }

    private List<String> alpn() {
        List<String> chosen = handshake.alpn();
        return chosen.isEmpty() && httpPath != null ? List.of("http/1.1") : chosen;
    }

    private void converse(ClientConfig config, String name, ClientReport report)
            throws IOException, CommandFailure {
        Duration limit = Duration.ofSeconds(timeoutSeconds);
        try (SocketChannel transport = Transport.open(target, limit);
                TlsChannel channel = TlsChannel.client(config, name, transport)) {
            handshake(channel, transport, limit);
            Negotiated negotiated = channel.ask(Negotiated::of);
            report.connected(target, transport.getRemoteAddress(), negotiated, trust.description());
            if (showCertificates) {
                report.certificates(negotiated);
            }
            if (httpPath == null) {
                new Relay(channel, streams).run();
            } else {
                get(channel, httpPath, report);
            }
        }
    }

    private void handshake(TlsChannel channel, SocketChannel transport, Duration limit)
            throws IOException, CommandFailure {
        try (Deadline deadline = Deadline.after(limit, transport)) {
            try {
                channel.handshake();
            } catch (IOException e) {
                if (deadline.passed()) {
                    throw CommandFailure.ofConnection(
                            target
                                    + " accepts the connection, but no TLS handshake came about within "
                                    + limit.toSeconds()
                                    + " s; is this a TLS port?",
                            e);
                }
                throw e;
            }
        }
    }

    private void get(TlsChannel channel, String path, ClientReport report)
            throws IOException, CommandFailure {
        HttpAnswer answer =
                new HttpGet(path, hostField()).run(channel, new StandardOutput(streams.out()));
        if (answer.isError()) {
            throw CommandFailure.ofConnection(
                    "the server answered " + path + " with " + answer, null);
        }
        report.note("HTTP " + answer);
    }

    private String hostField() {
        Target named = new Target(serverName == null ? target.host() : serverName, target.port());
        return target.port() == 443 ? named.toString().replaceFirst(":443$", "") : named.toString();
    }
}
