package io.rustls4j.cli.server;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateDer;
import io.rustls4j.TlsException;
import io.rustls4j.cli.FailureText;
import io.rustls4j.cli.Negotiated;
import io.rustls4j.cli.Printable;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints one line per connection. */
final class PrintedLog implements ConnectionLog {
    private final PrintWriter out;
    private final boolean verbose;

    PrintedLog(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    @Override
    public synchronized void ended(Event event) {
        List<String> parts = new ArrayList<>();
        parts.add(address(event.peer()));
        event.negotiated().ifPresent(negotiated -> addNegotiated(parts, negotiated));
        event.done().ifPresent(parts::add);
        event.failure().ifPresent(failure -> parts.add(failureText(event, failure)));
        parts.add(String.format(Locale.ROOT, "%.0f ms", event.nanos() / 1e6));
        print(String.join("  ", parts));
        if (verbose) {
            event.failure().ifPresent(failure -> failure.printStackTrace(out));
        }
    }

    @Override
    public synchronized void note(String message) {
        print(message);
    }

    private void print(String text) {
        LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        out.println(String.format("%tT  %s", now, Printable.of(text)));
    }

    private static void addNegotiated(List<String> parts, Negotiated negotiated) {
        parts.add(negotiated.oneLine());
        negotiated.serverName().ifPresent(name -> parts.add("name " + name));
        negotiated.alpn().ifPresent(parts::add);
        if (!negotiated.peerCertificates().isEmpty()) {
            parts.add("client " + subject(negotiated.peerCertificates().getFirst()));
        }
    }

    private static String subject(CertificateDer certificate) {
        try {
            return certificate.toX509().getSubjectX500Principal().getName();
        } catch (CertificateException e) {
            return "with a certificate that the JDK cannot parse";
        }
    }

    private static String failureText(Event event, Exception failure) {
        String when = event.negotiated().isEmpty() ? "no handshake: " : "failed: ";
        return switch (failure) {
            case ClosedChannelException closed -> "closed by this server";
            case AlertReceivedException alert ->
                    when + "the client sent the alert " + lowerCase(alert.alert().name());
            case TlsException tls ->
                    when
                            + FailureText.of(tls)
                            + tls.alertSent()
                                    .map(alert -> " (alert sent: " + lowerCase(alert.name()) + ")")
                                    .orElse("");
            default -> when + FailureText.of(failure);
        };
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String address(SocketAddress peer) {
        if (peer instanceof InetSocketAddress internet && internet.getAddress() != null) {
            String host = internet.getAddress().getHostAddress();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + internet.getPort();
        }
        return peer.toString();
    }
}
