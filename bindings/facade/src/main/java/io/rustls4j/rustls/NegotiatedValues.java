package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import io.rustls4j.ffi.rustls_str;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has negotiated so far. After the handshake nothing of it changes, so what was
 * asked for once is kept.
 */
final class NegotiatedValues {
    /** Two pointers or lengths that a function writes, side by side. */
    private static final long OUT_SIZE = 2 * ValueLayout.JAVA_LONG.byteSize();

    private final long numbers;
    private final Optional<CipherSuite> cipherSuite;
    private final Optional<NamedGroup> group;

    /** Not asked for as long as it is null, and empty if there is none. */
    private @Nullable String alpn;

    /** Not asked for as long as it is null, and empty if there is none. */
    private @Nullable String serverName;

    private @Nullable List<CertificateDer> peerCertificates;

    NegotiatedValues(MemorySegment connection) {
        numbers = rustls4j_h.rustls4j_connection_negotiated(connection);
        int suite = number(rustls4j_h.RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT());
        cipherSuite = suite == 0 ? Optional.empty() : Optional.of(new CipherSuite(suite));
        int kxGroup = number(rustls4j_h.RUSTLS4J_NEGOTIATED_GROUP_SHIFT());
        group = kxGroup == 0 ? Optional.empty() : Optional.of(new NamedGroup(kxGroup));
    }

    Optional<ProtocolVersion> protocolVersion() {
        return ProtocolVersion.of(number(0));
    }

    Optional<CipherSuite> cipherSuite() {
        return cipherSuite;
    }

    Optional<NamedGroup> group() {
        return group;
    }

    Optional<HandshakeKind> handshakeKind() {
        int kind = number(rustls4j_h.RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT());
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

    private int number(int shift) {
        return (int) (numbers >>> shift) & 0xffff;
    }

    Optional<String> alpn(MemorySegment connection) {
        String known = alpn;
        if (known == null) {
            known = readAlpn(connection);
            alpn = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    Optional<String> serverName(MemorySegment connection) {
        String known = serverName;
        if (known == null) {
            known = readServerName(connection);
            serverName = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    List<CertificateDer> peerCertificates(MemorySegment connection) {
        List<CertificateDer> known = peerCertificates;
        if (known == null) {
            known = readPeerCertificates(connection);
            peerCertificates = known;
        }
        return known;
    }

    private static String readAlpn(MemorySegment connection) {
        MemorySegment out = ScratchBuffers.take();
        try {
            rustls_h.rustls_connection_get_alpn_protocol(
                    connection, out, out.asSlice(Long.BYTES, Long.BYTES));
            return AlpnNames.name(bytesBehind(out));
        } finally {
            ScratchBuffers.give(out, OUT_SIZE);
        }
    }

    private static List<CertificateDer> readPeerCertificates(MemorySegment connection) {
        MemorySegment out = ScratchBuffers.take();
        try {
            MemorySegment length = out.asSlice(Long.BYTES, Long.BYTES);
            List<CertificateDer> chain = new ArrayList<>();
            for (long i = 0; ; i++) {
                MemorySegment certificate =
                        rustls_h.rustls_connection_get_peer_certificate(connection, i);
                if (certificate.address() == 0) {
                    return List.copyOf(chain);
                }
                rustls_h.rustls_certificate_get_der(certificate, out, length);
                chain.add(SeenCertificates.get(segmentBehind(out)));
            }
        } finally {
            ScratchBuffers.give(out, OUT_SIZE);
        }
    }

    private static String readServerName(MemorySegment connection) {
        MemorySegment out = ScratchBuffers.take();
        try {
            return NativeData.readStr(
                    rustls_h.rustls_server_connection_get_server_name(
                            (size, alignment) -> out.asSlice(0, size, alignment), connection));
        } finally {
            ScratchBuffers.give(out, rustls_str.sizeof());
        }
    }

    private static byte[] bytesBehind(MemorySegment out) {
        return NativeData.read(
                out.get(ValueLayout.ADDRESS, 0), out.get(ValueLayout.JAVA_LONG, Long.BYTES));
    }

    private static MemorySegment segmentBehind(MemorySegment out) {
        return NativeData.bounded(
                out.get(ValueLayout.ADDRESS, 0), out.get(ValueLayout.JAVA_LONG, Long.BYTES));
    }
}
