package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What upstream tells about a connection; copied while nothing else can happen to it. */
final class NegotiatedValues {
    private NegotiatedValues() {}

    static Optional<CipherSuite> cipherSuite(MemorySegment connection) {
        int id =
                Short.toUnsignedInt(
                        rustls_h.rustls_connection_get_negotiated_ciphersuite(connection));
        return id == 0 ? Optional.empty() : Optional.of(new CipherSuite(id));
    }

    static Optional<NamedGroup> group(MemorySegment connection) {
        int id =
                Short.toUnsignedInt(
                        rustls_h.rustls_connection_get_negotiated_key_exchange_group(connection));
        return id == 0 ? Optional.empty() : Optional.of(new NamedGroup(id));
    }

    static Optional<String> alpn(MemorySegment connection) {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment data = scope.out();
            MemorySegment length = scope.outSize();
            rustls_h.rustls_connection_get_alpn_protocol(connection, data, length);
            byte[] name =
                    NativeData.read(
                            data.get(ValueLayout.ADDRESS, 0), length.get(ValueLayout.JAVA_LONG, 0));
            return name.length == 0 ? Optional.empty() : Optional.of(AlpnNames.name(name));
        }
    }

    static Optional<HandshakeKind> handshakeKind(MemorySegment connection) {
        int kind = rustls_h.rustls_connection_handshake_kind(connection);
        if (kind == rustls_h.RUSTLS_HANDSHAKE_KIND_FULL()) {
            return Optional.of(HandshakeKind.FULL);
        }
        if (kind == rustls_h.RUSTLS_HANDSHAKE_KIND_FULL_WITH_HELLO_RETRY_REQUEST()) {
            return Optional.of(HandshakeKind.FULL_WITH_HELLO_RETRY_REQUEST);
        }
        return kind == rustls_h.RUSTLS_HANDSHAKE_KIND_RESUMED()
                ? Optional.of(HandshakeKind.RESUMED)
                : Optional.empty();
    }

    static List<CertificateDer> peerCertificates(MemorySegment connection) {
        List<CertificateDer> chain = new ArrayList<>();
        try (NativeScope scope = new NativeScope()) {
            MemorySegment data = scope.out();
            MemorySegment length = scope.outSize();
            for (long i = 0; ; i++) {
                MemorySegment certificate =
                        rustls_h.rustls_connection_get_peer_certificate(connection, i);
                if (certificate.address() == 0) {
                    return List.copyOf(chain);
                }
                rustls_h.rustls_certificate_get_der(certificate, data, length);
                chain.add(
                        CertificateDer.of(
                                NativeData.read(
                                        data.get(ValueLayout.ADDRESS, 0),
                                        length.get(ValueLayout.JAVA_LONG, 0))));
            }
        }
    }

    static Optional<String> serverName(MemorySegment connection) {
        try (NativeScope scope = new NativeScope()) {
            String name =
                    NativeData.readStr(
                            rustls_h.rustls_server_connection_get_server_name(
                                    scope.arena(), connection));
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
    }
}
