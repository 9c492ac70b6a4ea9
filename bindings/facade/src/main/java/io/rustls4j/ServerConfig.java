package io.rustls4j;

import io.rustls4j.engine.AlpnNames;
import io.rustls4j.engine.CertCompression;
import io.rustls4j.engine.Engine;
import io.rustls4j.engine.Engines;
import io.rustls4j.engine.ServerIdentity;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.engine.ServerSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a server does on its connections (rustls's {@code ServerConfig}). Immutable and thread-safe:
 * make one and use it for all connections, since sessions are remembered in it.
 */
public final class ServerConfig implements AutoCloseable {
    private final EngineKind engine;
    private final ServerPeer peer;

    private ServerConfig(EngineKind engine, ServerPeer peer) {
        this.engine = engine;
        this.peer = peer;
    }

    /**
     * Starts a configuration on the current engine.
     *
     * @return a builder for one thread
     */
    public static Builder builder() {
        return new Builder(Engines.current());
    }

    /**
     * Starts a configuration on one engine.
     *
     * @param engine which engine
     * @return a builder for one thread
     * @throws EngineUnavailableException if it cannot run here
     */
    public static Builder builder(EngineKind engine) {
        return new Builder(Engines.get(engine));
    }

    /**
     * Makes a connection ({@code rustls4j_server_connection_new}). To choose the configuration from
     * the client's hello, use an {@link Acceptor}.
     *
     * @return a connection that waits for a hello; the caller closes it
     * @throws IllegalStateException if this configuration is closed
     */
    public TlsConnection accept() {
        return peer.accept();
    }

    /**
     * The engine behind this configuration.
     *
     * @return which of the two
     */
    public EngineKind engine() {
        return engine;
    }

    /**
     * Whether all of it is in FIPS mode ({@code rustls_server_config_fips}).
     *
     * @return true if so
     * @throws IllegalStateException if this configuration is closed
     */
    public boolean fips() {
        return peer.fips();
    }

    /** Gives native memory back. Connections made before go on. Closing twice does nothing. */
    @Override
    public void close() {
        peer.close();
    }

    ServerPeer peer() {
        return peer;
    }

    /**
     * Collects what a server does. For one thread. Everything but the certificate has a safe
     * default.
     */
    public static final class Builder {
        private final Engine engine;
        private CryptoProvider provider = CryptoProvider.DEFAULT;
        private List<ProtocolVersion> versions =
                List.of(ProtocolVersion.TLSV1_3, ProtocolVersion.TLSV1_2);
        private @Nullable ServerIdentity identity;
        private Optional<ClientCertVerifier> clientVerifier = Optional.empty();
        private List<String> alpn = List.of();
        private boolean ignoreClientOrder;
        private ServerSessions sessions = new ServerSessions.InMemory(256);
        private OptionalInt sendTls13Tickets = OptionalInt.empty();
        private OptionalInt maxTls13Tickets = OptionalInt.empty();
        private Optional<KeyLog> keyLog = Optional.empty();
        private Optional<LogSink> logSink = Optional.empty();
        private CertCompression certCompression = new CertCompression.BuiltIn();
        private boolean requireEms;
        private int maxFragmentSize;

        private Builder(Engine engine) {
            this.engine = engine;
        }

        /**
         * Chooses algorithms.
         *
         * @param cryptoProvider what to use
         * @return this builder
         */
        public Builder provider(CryptoProvider cryptoProvider) {
            provider = cryptoProvider;
            return this;
        }

        /**
         * Chooses protocol versions; both by default.
         *
         * @param protocolVersions at least one
         * @return this builder
         * @throws TlsConfigException if there is none
         */
        public Builder versions(ProtocolVersion... protocolVersions) {
            versions = Versions.check(protocolVersions);
            return this;
        }

        /**
         * Shows a certificate: the first that fits the signature schemes the client accepts ({@code
         * rustls_server_config_builder_set_certified_keys}).
         *
         * @param keys at least one
         * @return this builder
         * @throws TlsConfigException if there is none
         */
        public Builder certifiedKeys(CertifiedKey... keys) {
            if (keys.length == 0) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.CERTIFICATE,
                        "an empty list of certified keys; one at least is wanted");
            }
            identity = new ServerIdentity.Keys(List.of(keys));
            return this;
        }

        /**
         * Chooses the certificate from each client's hello.
         *
         * @param resolver what chooses
         * @return this builder
         */
        public Builder certResolver(ServerCertResolver resolver) {
            identity = new ServerIdentity.Resolved(resolver);
            return this;
        }

        /**
         * Asks clients for certificates; not asked for by default.
         *
         * @param verifier how they are decided on
         * @return this builder
         */
        public Builder clientVerifier(ClientCertVerifier verifier) {
            clientVerifier = Optional.of(verifier);
            return this;
        }

        /**
         * Supports application protocols (ALPN, RFC 7301). A client that offers none of them is
         * refused; one that offers nothing is not.
         *
         * @param protocols the names, best first; each char is one byte
         * @return this builder
         * @throws TlsConfigException if a name is not 1 to 255 bytes long
         */
        public Builder alpnProtocols(String... protocols) {
            alpn = AlpnNames.check(List.of(protocols));
            return this;
        }

        /**
         * Whether the suite is chosen by this server's order and not by the client's; by the
         * client's by default.
         *
         * @param ignore true for this server's
         * @return this builder
         */
        public Builder ignoreClientOrder(boolean ignore) {
            ignoreClientOrder = ignore;
            return this;
        }

        /**
         * How sessions are remembered; 256 in memory by default.
         *
         * @param choice how
         * @return this builder
         */
        public Builder sessions(ServerSessions choice) {
            sessions = choice;
            return this;
        }

        /**
         * How many TLS 1.3 tickets a client is sent that does not ask for a number (rustls's {@code
         * send_tls13_tickets}).
         *
         * @param count 0 or more; 0 means no resumption with TLS 1.3
         * @return this builder
         * @throws TlsConfigException if it is negative
         */
        public Builder sendTls13Tickets(int count) {
            sendTls13Tickets = OptionalInt.of(checkTickets(count));
            return this;
        }

        /**
         * How many TLS 1.3 tickets a client is sent at most if it asks for a number (RFC 9149;
         * {@code rustls_server_config_builder_set_max_tls13_tickets}).
         *
         * @param count 0 or more
         * @return this builder
         * @throws TlsConfigException if it is negative
         */
        public Builder maxTls13Tickets(int count) {
            maxTls13Tickets = OptionalInt.of(checkTickets(count));
            return this;
        }

        /**
         * Shows the connections' secrets to a log.
         *
         * @param log who receives them
         * @return this builder
         */
        public Builder keyLog(KeyLog log) {
            keyLog = Optional.of(log);
            return this;
        }

        /**
         * Receives what the engine has to say.
         *
         * @param sink who receives it
         * @return this builder
         */
        public Builder logSink(LogSink sink) {
            logSink = Optional.of(sink);
            return this;
        }

        /**
         * Whether certificates may be sent and come compressed (RFC 8879); they may by default.
         *
         * @param enable false to forbid that
         * @return this builder
         */
        public Builder certCompression(boolean enable) {
            certCompression = CertCompression.of(enable);
            return this;
        }

        /**
         * Has certificates compressed and decompressed (RFC 8879) by the application's algorithms,
         * in place of the engine's ({@code cert_compressors}, {@code cert_decompressors}).
         *
         * @param compressors for what is sent, in order of preference; may be empty
         * @param decompressors for what comes, in order of preference; may be empty
         * @return this builder
         * @throws TlsConfigException if two of one kind have the same number, or one has none
         */
        public Builder certCompression(
                List<CertCompressor> compressors, List<CertDecompressor> decompressors) {
            certCompression = new CertCompression.Algorithms(compressors, decompressors);
            return this;
        }

        /**
         * Whether TLS 1.2 clients must support the extended master secret (RFC 7627); no by
         * default.
         *
         * @param require true to refuse those that do not
         * @return this builder
         */
        public Builder requireEms(boolean require) {
            requireEms = require;
            return this;
        }

        /**
         * Limits the size of the records that are sent (not RFC 6066's negotiation).
         *
         * @param bytes the size of a record with its header, 32 to 16389
         * @return this builder
         * @throws TlsConfigException if it is not in that range
         */
        public Builder maxFragmentSize(int bytes) {
            maxFragmentSize = FragmentSize.check(bytes);
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @return a configuration, which the caller may close
         * @throws TlsConfigException if something is not usable, missing, or beyond this engine;
         *     the message says what
         */
        public ServerConfig build() {
            if (identity == null) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.CERTIFICATE,
                        "no certificate: call certifiedKeys(...) or certResolver(...) to say what the server shows");
            }
            ServerSettings settings =
                    new ServerSettings(
                            provider,
                            versions,
                            identity,
                            clientVerifier,
                            alpn,
                            ignoreClientOrder,
                            sessions,
                            sendTls13Tickets,
                            maxTls13Tickets,
                            keyLog,
                            logSink,
                            certCompression,
                            requireEms,
                            maxFragmentSize);
            return new ServerConfig(engine.kind(), engine.build(settings));
        }

        private static int checkTickets(int count) {
            if (count < 0) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        count + " tickets; 0 or more is wanted");
            }
            return count;
        }
    }
}
