package io.rustls4j.cli.server;

import io.rustls4j.CertifiedKey;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerConfig;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.Verbosity;
import io.rustls4j.cli.http.DocumentRoot;
import io.rustls4j.cli.http.FileHandler;
import io.rustls4j.cli.options.CredentialFiles;
import io.rustls4j.cli.options.EngineOption;
import io.rustls4j.cli.options.HandshakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rustls4j server}. */
@Command(
        name = "server",
        description = {
            "A TLS server that echoes what it receives, or serves a folder over HTTP.",
            "",
            "It prints where it listens and one line for each connection, and stops at Ctrl-C.",
            "Try: rustls4j server 4433 --demo-cert --www ."
        })
public final class ServerCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PORT", description = "The port; 0 takes any that is free.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Where to listen. Default: 127.0.0.1.")
    private InetAddress address = InetAddress.getLoopbackAddress();

    @Mixin private CertificateOptions certificates;

    @Mixin private ClientAuthOptions clientAuth;

    @Option(
            names = "--www",
            paramLabel = "DIR",
            description = "Serve everything in this folder over HTTP/1.1, and nothing outside it.")
    private @Nullable Path folder;

    @Option(
            names = "--echo",
            description = "Send back what comes. This is what it does without --www.")
    private boolean echo;

    @Mixin private HandshakeOptions handshake;

    @Mixin private EngineOption engine;

    /** For the command tree. */
    public ServerCommand() {}

    @Override
    public Integer call() throws CommandFailure, IOException {
        certificates.check();
        ConnectionHandler handler = handler();
        EngineKind kind = engine.kind();
        CredentialFiles files = new CredentialFiles(kind);
        ServerConfig.Builder builder = ServerConfig.builder(kind);
        handshake.applyTo(builder);
        builder.alpnProtocols(alpn().toArray(new String[0]));
        clientAuth.applyTo(builder, files);
        if (!certificates.demo()) {
            return listen(builder, certificates.read(files), handler);
        }
        try (DemoCertificate demo = DemoCertificate.make()) {
            out().println("clients trust this server with --ca-file " + demo.authorityFile());
            return listen(builder, List.of(demo.key()), handler);
        }
    }

    private int listen(
            ServerConfig.Builder builder, List<CertifiedKey> keys, ConnectionHandler handler)
            throws CommandFailure, IOException {
        CertificateOptions.show(keys, builder);
        PrintedLog log = new PrintedLog(out(), Verbosity.isAskedFor(spec));
        try (ServerConfig config = builder.build();
                TlsListener listener = bind(config, handler, log)) {
            out().println(
                            "listening on "
                                    + text(listener.address())
                                    + ", engine "
                                    + config.engine());
            StopSignal.serve(listener);
        }
        return ExitStatus.SUCCESS;
    }

    private TlsListener bind(ServerConfig config, ConnectionHandler handler, ConnectionLog log)
            throws CommandFailure, IOException {
        if (port < 0 || port > 65535) {
            throw CommandFailure.ofUsage(
                    "the port " + port + " does not exist; wanted is 0 to 65535", null);
        }
        InetSocketAddress wanted = new InetSocketAddress(address, port);
        try {
            return TlsListener.bind(wanted, config, handler, log);
        } catch (BindException e) {
            throw CommandFailure.ofConnection(
                    "cannot listen on "
                            + text(wanted)
                            + ": "
                            + e.getMessage()
                            + "; choose another port, or 0 for any",
                    e);
        }
    }

    private ConnectionHandler handler() throws CommandFailure {
        Path root = folder;
        if (root == null) {
            return new EchoHandler();
        }
        if (echo) {
            throw CommandFailure.ofUsage(
                    "--www and --echo do not go together; give one of them", null);
        }
        try {
            return new FileHandler(DocumentRoot.of(root));
        } catch (IOException e) {
            throw CommandFailure.ofUsage("--www " + root + " is not a folder that can be read", e);
        }
    }

    private List<String> alpn() {
        List<String> chosen = handshake.alpn();
        return chosen.isEmpty() && folder != null ? List.of("http/1.1") : chosen;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
