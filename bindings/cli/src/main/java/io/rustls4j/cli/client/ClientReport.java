package io.rustls4j.cli.client;

import io.rustls4j.cli.Negotiated;
import io.rustls4j.cli.Printable;
import java.io.PrintWriter;
import java.net.SocketAddress;

/**
 * Tells the user about the connection. Never on standard output, which belongs to the peer's bytes.
 */
final class ClientReport {
    private final PrintWriter err;
    private final boolean quiet;

    ClientReport(PrintWriter err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
    }

    void connected(Target target, SocketAddress address, Negotiated negotiated, String trust) {
        if (quiet) {
            return;
        }
        err.println(
                "connected to "
                        + target
                        + " ("
                        + address.toString().replaceFirst("^[^/]*/", "")
                        + ")");
        field("version", negotiated.version().map(Object::toString).orElse("unknown"));
        field("suite", negotiated.suite().map(Object::toString).orElse("unknown"));
        negotiated.group().ifPresent(group -> field("group", group.toString()));
        negotiated.alpn().ifPresent(protocol -> field("ALPN", protocol));
        field("handshake", negotiated.kindText());
        field("certificate", trust);
    }

    void certificates(Negotiated negotiated) {
        ChainText.lines(negotiated.peerCertificates()).forEach(err::println);
    }

    void warn(String message) {
        err.println("warning: " + message);
    }

    void note(String message) {
        if (!quiet) {
            err.println(Printable.of(message));
        }
    }

    private void field(String name, String value) {
        err.println(String.format("  %-12s %s", name, Printable.of(value)));
    }
}
