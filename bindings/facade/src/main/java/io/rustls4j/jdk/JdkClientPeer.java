package io.rustls4j.jdk;

import io.rustls4j.CustomServerVerifier;
import io.rustls4j.LogSink;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.Tls12Resumption;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.engine.CertCompression;
import io.rustls4j.engine.ClientIdentity;
import io.rustls4j.engine.ClientPeer;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.engine.ServerNames;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * A client configuration. It has a context of its own, and so sessions of its own: none is resumed
 * that another configuration has verified.
 */
final class JdkClientPeer implements ClientPeer {
    /** JSSE remembers sessions by host and port; the API has names only. */
    private static final int ANY_PORT = 443;

    private final ClientKeyManager keys;
    private final PeerTrustManager trust;
    private final SSLContext context;
    private final Negotiation negotiation;
    private final SignatureSchemeChoice schemes;
    private final List<String> alpn;
    private final boolean sni;
    private final boolean resumption;
    private final boolean requireEms;
    private final int maxFragmentSize;
    private final Optional<LogSink> logSink;
    private volatile boolean closed;

    JdkClientPeer(ClientSettings settings) {
        refuseUnsupported(settings);
        RecordSizeLimit.check(settings.maxFragmentSize());
        negotiation = Negotiation.of(settings.provider(), settings.versions());
        schemes =
                SignatureSchemeChoice.of(
                        schemesOf(settings.verifier()),
                        settings.identity() instanceof ClientIdentity.Resolved);
        keys = new ClientKeyManager(settings.identity(), schemes);
        trust = new PeerTrustManager(Verifiers.of(settings.verifier()), List.of());
        resumption = settings.resumption().sessions() > 0;
        context = newContext(settings.resumption());
        alpn = settings.alpn();
        sni = settings.enableSni();
        requireEms = settings.requireEms();
        maxFragmentSize = settings.maxFragmentSize();
        logSink = settings.logSink();
        tryHello();
    }

    private JdkClientPeer(JdkClientPeer base, Resumption ownResumption) {
        keys = base.keys;
        trust = base.trust;
        negotiation = base.negotiation;
        schemes = base.schemes;
        resumption = ownResumption.sessions() > 0;
        context = newContext(ownResumption);
        alpn = base.alpn;
        sni = base.sni;
        requireEms = base.requireEms;
        maxFragmentSize = base.maxFragmentSize;
        logSink = base.logSink;
    }

    private SSLContext newContext(Resumption size) {
        Refusals.refuseIf(
                size.sessions() > 0
                        && size.tls12Resumption() != Tls12Resumption.SESSION_ID_OR_TICKETS,
                "a choice of what to resume of TLS 1.2 (tls12Resumption)",
                "-Djdk.tls.client.enableSessionTicketExtension=false takes tickets from the process");
        SSLContext made = SslContexts.create(keys, trust);
        if (size.sessions() > 0) {
            made.getClientSessionContext().setSessionCacheSize(size.sessions());
        }
        return made;
    }

    /** Makes a hello that nobody gets: what the JDK finds wrong with the parameters shows there. */
    private void tryHello() {
        try {
            newEngine("localhost", alpn).beginHandshake();
        } catch (SSLException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "the JDK can make no hello of these parameters: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public TlsConnection connect(String serverName, Optional<List<String>> protocols) {
        checkOpen();
        checkName(serverName);
        HandshakeState state = new HandshakeState(serverName);
        return new JdkConnection(
                new EngineDriver(newEngine(serverName, protocols.orElse(alpn)), state, requireEms),
                state,
                true,
                new ConnectionLog(logSink));
    }

    private SSLEngine newEngine(String serverName, List<String> protocols) {
        SSLEngine engine = newEngine(serverName);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        negotiation.applyTo(parameters);
        schemes.applyTo(parameters);
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        parameters.setServerNames(
                sni && !ServerNames.isIpAddress(serverName)
                        ? List.of(hostName(serverName))
                        : List.of());
        RecordSizeLimit.apply(engine, parameters, maxFragmentSize);
        return engine;
    }

    @Override
    public ClientPeer withResumption(Resumption ownResumption) {
        checkOpen();
        return new JdkClientPeer(this, ownResumption);
    }

    @Override
    public boolean fips() {
        checkOpen();
        return false;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this ClientConfig is closed");
        }
    }

    /** Without a host, JSSE neither looks for a session nor keeps one. */
    private SSLEngine newEngine(String serverName) {
        return resumption
                ? context.createSSLEngine(
                        DnsNames.withoutTrailingDot(serverName).toLowerCase(Locale.ROOT), ANY_PORT)
                : context.createSSLEngine();
    }

    private static void checkName(String name) {
        if (ServerNames.isIpAddress(name) ? !isAddress(name) : !DnsNames.isValid(name)) {
            throw ServerNames.invalid(name);
        }
    }

    private static boolean isAddress(String name) {
        try {
            return name.indexOf('%') < 0 && InetAddress.ofLiteral(name) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** From bytes, since from a string it takes no underscores. */
    private static SNIServerName hostName(String serverName) {
        return new SNIHostName(
                DnsNames.withoutTrailingDot(serverName)
                        .toLowerCase(Locale.ROOT)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static List<SignatureScheme> schemesOf(ServerCertVerifier verifier) {
        return switch (verifier) {
            case CustomServerVerifier custom -> custom.supportedVerifySchemes();
            case WebPkiServerVerifier _, ServerCertVerifier.Platform _ -> List.of();
        };
    }

    private static void refuseUnsupported(ClientSettings settings) {
        Refusals.refuseIf(
                settings.ech().isPresent(),
                "Encrypted Client Hello (ECH)",
                "use the rustls engine");
        Refusals.refuseIf(settings.keyLog().isPresent(), "a key log", "use the rustls engine");
        Refusals.refuseIf(
                settings.certCompression() instanceof CertCompression.Algorithms,
                "algorithms for certificate compression",
                "use the rustls engine");
        Refusals.refuseIf(
                settings.ticketRequest().isPresent(),
                "a request for a number of tickets (ticketRequest)",
                "leave it to the server");
        Refusals.refuseIf(
                !settings.checkSelectedAlpn(),
                "an application protocol (ALPN) that was not offered (checkSelectedAlpn)",
                "offer what the server may choose");
        Refusals.refuseIf(
                settings.verifier() instanceof CustomServerVerifier custom
                        && !custom.rootHintSubjects().isEmpty(),
                "hints at authorities in a client's hello (rootHintSubjects)",
                "leave them out");
    }
}
