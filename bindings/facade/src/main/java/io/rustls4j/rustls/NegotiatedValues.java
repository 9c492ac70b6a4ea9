package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.ffi.rustls4j_bytes;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has negotiated so far. After the handshake nothing of it changes, so what a
 * call into native code was needed for is kept.
 */
final class NegotiatedValues {
    private static final SeenNumbers<Optional<CipherSuite>> SUITES =
            new SeenNumbers<>() {
                @Override
                Optional<CipherSuite> make(int number) {
                    return Optional.of(new CipherSuite(number));
                }
            };
    private static final SeenNumbers<Optional<NamedGroup>> GROUPS =
            new SeenNumbers<>() {
                @Override
                Optional<NamedGroup> make(int number) {
                    return Optional.of(new NamedGroup(number));
                }
            };

    private final long numbers;

    /** Not asked for as long as it is null, and empty if there is none. */
    private @Nullable String alpn;

    /** Not asked for as long as it is null, and empty if there is none. */
    private @Nullable String serverName;

    private @Nullable List<CertificateDer> peerCertificates;

    NegotiatedValues(MemorySegment connection) {
        numbers = rustls4j_h.rustls4j_connection_negotiated(connection);
    }

    Optional<ProtocolVersion> protocolVersion() {
        return ProtocolVersion.of(number(0));
    }

    /** The same object for all connections that have the same, and so none of this one's own. */
    Optional<CipherSuite> cipherSuite() {
        int id = number(rustls4j_h.RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT());
        return id == 0 ? Optional.empty() : SUITES.get(id);
    }

    Optional<NamedGroup> group() {
        int id = number(rustls4j_h.RUSTLS4J_NEGOTIATED_GROUP_SHIFT());
        return id == 0 ? Optional.empty() : GROUPS.get(id);
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
            return rustls4j_h.rustls4j_connection_alpn(connection, out) == RustlsResult.OK
                    ? AlpnNames.name(NativeData.readBytes(out))
                    : "";
        } finally {
            ScratchBuffers.give(out, rustls4j_bytes.sizeof());
        }
    }

    private static String readServerName(MemorySegment connection) {
        MemorySegment out = ScratchBuffers.take();
        try {
            return rustls4j_h.rustls4j_connection_server_name(connection, out) == RustlsResult.OK
                    ? NativeData.utf8(NativeData.readBytes(out))
                    : "";
        } finally {
            ScratchBuffers.give(out, rustls4j_bytes.sizeof());
        }
    }

    private static List<CertificateDer> readPeerCertificates(MemorySegment connection) {
        MemorySegment out = ScratchBuffers.take();
        try {
            List<CertificateDer> chain = new ArrayList<>();
            for (long i = 0; ; i++) {
                if (rustls4j_h.rustls4j_connection_peer_certificate(connection, out, i)
                        != RustlsResult.OK) {
                    return List.copyOf(chain);
                }
                // rustls takes an entry of no bytes, and verified the chain without it (RFC 8446
                // section 4.4.2 has none).
                if (rustls4j_bytes.len(out) != 0) {
                    chain.add(NativeData.readCertificate(out));
                }
            }
        } finally {
            ScratchBuffers.give(out, rustls4j_bytes.sizeof());
        }
    }
}
