package io.rustls4j.engine;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CryptoProvider;
import io.rustls4j.KeyLog;
import io.rustls4j.LogSink;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerSessions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that a {@link io.rustls4j.ServerConfig.Builder} has collected.
 *
 * @param maxFragmentSize the largest record to send, or 0 for the protocol's own
 */
public record ServerSettings(
        CryptoProvider provider,
        List<ProtocolVersion> versions,
        ServerIdentity identity,
        Optional<ClientCertVerifier> clientVerifier,
        List<String> alpn,
        boolean ignoreClientOrder,
        ServerSessions sessions,
        OptionalInt sendTls13Tickets,
        OptionalInt maxTls13Tickets,
        Optional<KeyLog> keyLog,
        Optional<LogSink> logSink,
        CertCompression certCompression,
        boolean requireEms,
        int maxFragmentSize) {}
