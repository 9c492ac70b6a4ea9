package io.rustls4j.cli;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a finished handshake came to. A copy, since a connection must not be asked while another
 * thread moves bytes through it.
 *
 * @param version the protocol version
 * @param suite the cipher suite
 * @param group the key-exchange group; empty where a session of TLS 1.2 was resumed, without one
 * @param alpn the application protocol, if there is one
 * @param kind how the handshake went
 * @param peerCertificates what the peer has shown, end entity first
 * @param serverName on a server, the name that the client asked for
 */
public record Negotiated(
        Optional<ProtocolVersion> version,
        Optional<CipherSuite> suite,
        Optional<NamedGroup> group,
        Optional<String> alpn,
        Optional<HandshakeKind> kind,
        List<CertificateDer> peerCertificates,
        Optional<String> serverName) {
    /**
     * Asks a connection.
     *
     * @param connection one whose handshake is done, and which no other thread uses at this time
     * @return what was negotiated
     */
    public static Negotiated of(TlsConnection connection) {
        return new Negotiated(
                connection.protocolVersion(),
                connection.negotiatedCipherSuite(),
                connection.negotiatedKeyExchangeGroup(),
                connection.alpnProtocol(),
                connection.handshakeKind(),
                connection.peerCertificates(),
                connection.serverName());
    }

    /**
     * How the handshake went.
     *
     * @return a few words
     */
    public String kindText() {
        return kind.map(Negotiated::kindText).orElse("unknown");
    }

    /**
     * Version, suite, group and kind of handshake.
     *
     * @return the part of a line
     */
    public String oneLine() {
        List<String> parts = new ArrayList<>();
        version.ifPresent(v -> parts.add(v.toString()));
        suite.ifPresent(s -> parts.add(s.toString()));
        group.ifPresent(g -> parts.add(g.toString()));
        parts.add(kindText());
        return String.join(" ", parts);
    }

    private static String kindText(HandshakeKind kind) {
        return switch (kind) {
            case FULL -> "full";
            case FULL_WITH_HELLO_RETRY_REQUEST -> "full, with a hello retry request";
            case RESUMED -> "resumed";
        };
    }
}
