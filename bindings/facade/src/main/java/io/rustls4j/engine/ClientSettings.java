package io.rustls4j.engine;

import io.rustls4j.CryptoProvider;
import io.rustls4j.EchMode;
import io.rustls4j.KeyLog;
import io.rustls4j.LogSink;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a {@link io.rustls4j.ClientConfig.Builder} has collected.
 *
 * @param maxFragmentSize the largest record to send, or 0 for the protocol's own
 */
public record ClientSettings(
        CryptoProvider provider,
        List<ProtocolVersion> versions,
        ServerCertVerifier verifier,
        ClientIdentity identity,
        List<String> alpn,
        boolean checkSelectedAlpn,
        boolean enableSni,
        Optional<EchMode> ech,
        Resumption resumption,
        Optional<TicketRequest> ticketRequest,
        Optional<KeyLog> keyLog,
        Optional<LogSink> logSink,
        CertCompression certCompression,
        boolean requireEms,
        int maxFragmentSize) {
    /** How many TLS 1.3 tickets to ask for (RFC 9149), in a new session and in a resumed one. */
    public record TicketRequest(int newSession, int resumption) {}
}
