package io.rustls4j.peers;

import io.rustls4j.CertificateDer;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One connection, as our side saw it.
 *
 * @param failure how it failed, if it did
 */
record Visit(
        Optional<ProtocolVersion> version,
        Optional<HandshakeKind> handshakeKind,
        Optional<String> alpn,
        Optional<String> serverName,
        List<CertificateDer> peerCertificates,
        Optional<IOException> failure) {
    static Visit of(TlsConnection connection, Optional<IOException> failure) {
        return new Visit(
                connection.protocolVersion(),
                connection.handshakeKind(),
                connection.alpnProtocol(),
                connection.serverName(),
                connection.peerCertificates(),
                failure);
    }
}
