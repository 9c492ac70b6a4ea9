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
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has negotiated so far. After the handshake nothing of it changes, so what was
 * asked for once is kept.
 */
final class NegotiatedValues {
    private static final List<Optional<CipherSuite>> SUITES =
            CipherSuite.known().stream().map(Optional::of).toList();
    private static final List<Optional<NamedGroup>> GROUPS =
            NamedGroup.known().stream().map(Optional::of).toList();

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

    /** One of those that rustls has: nothing is made for a connection, and nothing kept. */
    Optional<CipherSuite> cipherSuite() {
        int id = number(rustls4j_h.RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT());
        for (Optional<CipherSuite> suite : SUITES) {
            if (suite.get().id() == id) {
                return suite;
            }
        }
        return id == 0 ? Optional.empty() : Optional.of(new CipherSuite(id));
    }

    Optional<NamedGroup> group() {
        int id = number(rustls4j_h.RUSTLS4J_NEGOTIATED_GROUP_SHIFT());
        for (Optional<NamedGroup> group : GROUPS) {
            if (group.get().id() == id) {
                return group;
            }
        }
        return id == 0 ? Optional.empty() : Optional.of(new NamedGroup(id));
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
        return borrowed(
                out -> rustls4j_h.rustls4j_connection_alpn(connection, out),
                out -> AlpnNames.name(NativeData.readBytes(out)));
    }

    private static String readServerName(MemorySegment connection) {
        return borrowed(
                out -> rustls4j_h.rustls4j_connection_server_name(connection, out),
                out -> NativeData.utf8(NativeData.readBytes(out)));
    }

    private static List<CertificateDer> readPeerCertificates(MemorySegment connection) {
        MemorySegment out = ScratchBuffers.take();
        try {
            List<CertificateDer> chain = new ArrayList<>();
            for (long i = 0; ; i++) {
                if (rustls4j_h.rustls4j_connection_peer_certificate(connection, i, out)
                        != ResultCodes.OK) {
                    return List.copyOf(chain);
                }
                chain.add(
                        SeenCertificates.get(
                                NativeData.bounded(
                                        rustls4j_bytes.data(out), rustls4j_bytes.len(out))));
            }
        } finally {
            ScratchBuffers.give(out, rustls4j_bytes.sizeof());
        }
    }

    /** What native code lends is copied at once. */
    private static String borrowed(
            ToIntFunction<MemorySegment> lend, Function<MemorySegment, String> copy) {
        MemorySegment out = ScratchBuffers.take();
        try {
            return lend.applyAsInt(out) == ResultCodes.OK ? copy.apply(out) : "";
        } finally {
            ScratchBuffers.give(out, rustls4j_bytes.sizeof());
        }
    }
}
