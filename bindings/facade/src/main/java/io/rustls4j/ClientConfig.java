package io.rustls4j;

import io.rustls4j.engine.AlpnNames;
import io.rustls4j.engine.CertCompression;
import io.rustls4j.engine.ClientIdentity;
import io.rustls4j.engine.ClientPeer;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.engine.Engine;
import io.rustls4j.engine.Engines;
import io.rustls4j.engine.ServerNames;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client does on its connections (rustls's {@code ClientConfig}). Immutable and thread-safe:
 * make one and use it for all connections, since sessions are remembered in it.
 */
public final class ClientConfig implements AutoCloseable {
    private final EngineKind engine;
    private final ClientPeer peer;

    private ClientConfig(EngineKind engine, ClientPeer peer) {
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
     * Makes a connection to a server ({@code rustls4j_client_connection_new}).
     *
     * @param serverName the DNS name or IP address that the server's certificate must be for; a DNS
     *     name is sent as SNI
     * @return a connection that has a hello to send; the caller closes it
     * @throws TlsConfigException if the name is neither
     * @throws IllegalStateException if this configuration is closed
     */
    public TlsConnection connect(String serverName) {
        return peer.connect(ServerNames.check(serverName), Optional.empty());
    }

    /**
     * Makes a connection that offers other application protocols ({@code
     * rustls4j_client_connection_new}).
     *
     * @param serverName the DNS name or IP address that the server's certificate must be for
     * @param alpnProtocols the protocols to offer, best first; each char of a name is one byte
     * @return a connection that has a hello to send; the caller closes it
     * @throws TlsConfigException if the name is neither, or a protocol is not 1 to 255 bytes long
     * @throws IllegalStateException if this configuration is closed
     */
    public TlsConnection connect(String serverName, List<String> alpnProtocols) {
        return peer.connect(
                ServerNames.check(serverName), Optional.of(AlpnNames.check(alpnProtocols)));
    }

    /**
     * The same configuration, with a memory of sessions of its own. It is cheap: the verifier, the
     * keys and everything else are shared. Sessions are kept by server name alone, so this keeps
     * apart what a name does not tell, such as servers on different ports.
     *
     * @param resumption how many servers the new configuration remembers
     * @return another configuration, which remembers nothing yet; the caller closes it, before or
     *     after this one
     * @throws TlsConfigException if the engine cannot do it
     * @throws IllegalStateException if this configuration is closed
     */
    public ClientConfig withResumption(Resumption resumption) {
        return new ClientConfig(engine, peer.withResumption(resumption));
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
     * Whether all of it is in FIPS mode ({@code rustls_client_config_fips}).
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

    /**
     * Collects what a client does. For one thread. Everything but the verifier has a safe default.
     */
    public static final class Builder {
        private final Engine engine;
        private CryptoProvider provider = CryptoProvider.DEFAULT;
        private List<ProtocolVersion> versions =
                List.of(ProtocolVersion.TLSV1_3, ProtocolVersion.TLSV1_2);
        private @Nullable ServerCertVerifier verifier;
        private ClientIdentity identity = new ClientIdentity.None();
        private List<String> alpn = List.of();
        private boolean checkSelectedAlpn = true;
        private boolean enableSni = true;
        private Optional<EchMode> ech = Optional.empty();
        private Resumption resumption = Resumption.DEFAULT;
        private Optional<ClientSettings.TicketRequest> ticketRequest = Optional.empty();
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
         * Trusts servers whose certificate leads to one of these roots ({@code
         * with_root_certificates}): {@link WebPkiServerVerifier} as it is by default.
         *
         * @param roots the trust anchors
         * @return this builder
         * @throws TlsConfigException if there is none
         */
        public Builder roots(RootCertStore roots) {
            return serverVerifier(WebPkiServerVerifier.builder(roots).build());
        }

        /**
         * Decides which servers are trusted. There is no default.
         *
         * @param serverCertVerifier the verifier
         * @return this builder
         */
        public Builder serverVerifier(ServerCertVerifier serverCertVerifier) {
            verifier = serverCertVerifier;
            return this;
        }

        /**
         * Shows a certificate to servers that ask for one: the first that fits the signature
         * schemes the server accepts ({@code rustls_client_config_builder_set_certified_key}).
         *
         * @param keys the certificates; none means that the client shows none
         * @return this builder
         */
        public Builder certifiedKeys(CertifiedKey... keys) {
            identity =
                    keys.length == 0
                            ? new ClientIdentity.None()
                            : new ClientIdentity.Keys(List.of(keys));
            return this;
        }

        /**
         * Chooses the certificate when a server asks.
         *
         * @param resolver what chooses
         * @return this builder
         */
        public Builder certResolver(ClientCertResolver resolver) {
            identity = new ClientIdentity.Resolved(resolver);
            return this;
        }

        /**
         * Offers application protocols (ALPN, RFC 7301).
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
         * Whether a protocol that was not offered is an error when a server chooses it; it is by
         * default ({@code rustls_client_config_builder_set_check_selected_alpn}).
         *
         * @param check false to accept it
         * @return this builder
         */
        public Builder checkSelectedAlpn(boolean check) {
            checkSelectedAlpn = check;
            return this;
        }

        /**
         * Whether the server's DNS name is sent in the clear (SNI, RFC 6066 section 3); it is by
         * default.
         *
         * @param enable false to keep it
         * @return this builder
         */
        public Builder enableSni(boolean enable) {
            enableSni = enable;
            return this;
        }

        /**
         * Encrypts the hello. The only version is then TLS 1.3.
         *
         * @param mode how
         * @return this builder
         */
        public Builder ech(EchMode mode) {
            ech = Optional.of(mode);
            return this;
        }

        /**
         * How sessions are remembered; {@link Resumption#DEFAULT} by default.
         *
         * @param choice how many
         * @return this builder
         */
        public Builder resumption(Resumption choice) {
            resumption = choice;
            return this;
        }

        /**
         * Asks servers for a number of TLS 1.3 tickets (RFC 9149; {@code
         * ..._set_send_ticket_request}).
         *
         * @param newSession how many after a full handshake, 0 to 255
         * @param resumed how many after a resumed one, 0 to 255
         * @return this builder
         * @throws TlsConfigException if a number does not fit a byte
         */
        public Builder ticketRequest(int newSession, int resumed) {
            if (newSession < 0 || newSession > 255 || resumed < 0 || resumed > 255) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        "a request for "
                                + newSession
                                + " and "
                                + resumed
                                + " tickets; 0 to 255 are possible");
            }
            ticketRequest = Optional.of(new ClientSettings.TicketRequest(newSession, resumed));
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
         * Whether certificates may come compressed (RFC 8879); they may by default.
         *
         * @param enable false to refuse that
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
         * Whether TLS 1.2 servers must support the extended master secret (RFC 7627); no by
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
        public ClientConfig build() {
            if (verifier == null) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.TRUST_ANCHORS,
                        "no verifier: call roots(...) or serverVerifier(...) to say which servers are trusted");
            }
            ClientSettings settings =
                    new ClientSettings(
                            provider,
                            versions,
                            verifier,
                            identity,
                            alpn,
                            checkSelectedAlpn,
                            enableSni,
                            ech,
                            resumption,
                            ticketRequest,
                            keyLog,
                            logSink,
                            certCompression,
                            requireEms,
                            maxFragmentSize);
            return new ClientConfig(engine.kind(), engine.build(settings));
        }
    }
}
