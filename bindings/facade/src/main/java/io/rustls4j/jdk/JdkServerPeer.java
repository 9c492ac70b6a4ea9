package io.rustls4j.jdk;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CustomClientVerifier;
import io.rustls4j.ServerSessions;
import io.rustls4j.SignatureScheme;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.engine.CertCompression;
import io.rustls4j.engine.ServerIdentity;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.engine.ServerSettings;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSessionContext;

/** A server configuration, with sessions of its own. */
final class JdkServerPeer implements ServerPeer {
    private final ServerSettings settings;
    private final Negotiation negotiation;
    private final SignatureSchemeChoice schemes;
    private final ServerKeyManager keys;
    private final PeerTrustManager trust;
    private final SSLContext context;
    private volatile boolean closed;

    JdkServerPeer(ServerSettings settings) {
        this.settings = settings;
        Refusals.refuseIf(settings.keyLog().isPresent(), "a key log", "use the rustls engine");
        Refusals.refuseIf(
                settings.certCompression() instanceof CertCompression.Algorithms,
                "algorithms for certificate compression",
                "use the rustls engine");
        Tickets.check(settings);
        RecordSizeLimit.check(settings.maxFragmentSize());
        negotiation = Negotiation.of(settings.provider(), settings.versions());
        schemes =
                SignatureSchemeChoice.of(
                        schemesOf(settings.clientVerifier()),
                        settings.identity() instanceof ServerIdentity.Resolved);
        keys =
                new ServerKeyManager(
                        settings.identity(), negotiation, schemes, Tickets.wanted(settings));
        trust =
                settings.clientVerifier()
                        .map(
                                verifier ->
                                        new PeerTrustManager(
                                                Verifiers.of(verifier), hints(verifier)))
                        .orElseGet(
                                () ->
                                        new PeerTrustManager(
                                                JdkServerPeer::refuseUnasked, List.of()));
        context = newContext();
    }

    @Override
    public JdkConnection accept() {
        checkOpen();
        HandshakeState state = new HandshakeState(null);
        SSLEngine engine = contextForConnection().createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        negotiation.applyTo(parameters);
        schemes.applyTo(parameters);
        parameters.setApplicationProtocols(settings.alpn().toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(settings.ignoreClientOrder());
        settings.clientVerifier().ifPresent(verifier -> askForCertificates(parameters, verifier));
        RecordSizeLimit.apply(engine, parameters, settings.maxFragmentSize());
        return new JdkConnection(
                new EngineDriver(engine, state, settings.requireEms()),
                state,
                false,
                new ConnectionLog(settings.logSink()));
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
            throw new IllegalStateException("this ServerConfig is closed");
        }
    }

    /**
     * A context that nobody else uses resumes nothing: the JDK has no other way to switch that off.
     */
    private SSLContext contextForConnection() {
        return settings.sessions() instanceof ServerSessions.Disabled ? newContext() : context;
    }

    /**
     * The JDK keeps sessions in memory only for clients without support for tickets, since it gives
     * tickets to all others; so the limit holds in either case.
     */
    private SSLContext newContext() {
        SSLContext made = SslContexts.create(keys, trust);
        if (settings.sessions() instanceof ServerSessions.InMemory memory) {
            SSLSessionContext remembered = made.getServerSessionContext();
            remembered.setSessionCacheSize(memory.sessions());
            remembered.setSessionTimeout((int) memory.lifetime().toSeconds());
        }
        return made;
    }

    private static void askForCertificates(SSLParameters parameters, ClientCertVerifier verifier) {
        if (verifier.mandatory()) {
            parameters.setNeedClientAuth(true);
        } else {
            parameters.setWantClientAuth(true);
        }
    }

    private static List<X509Certificate> hints(ClientCertVerifier verifier) {
        return switch (verifier) {
            case WebPkiClientVerifier webPki ->
                    webPki.rootHintSubjects()
                            .map(NameOnlyCertificate::of)
                            .orElseGet(
                                    () ->
                                            NameOnlyCertificate.ofAnchors(
                                                    Anchors.of(webPki.roots())));
            case CustomClientVerifier custom -> NameOnlyCertificate.of(custom.rootHintSubjects());
        };
    }

    private static List<SignatureScheme> schemesOf(Optional<ClientCertVerifier> verifier) {
        return switch (verifier.orElse(null)) {
            case CustomClientVerifier custom -> custom.supportedVerifySchemes();
            case WebPkiClientVerifier _ -> List.of();
            case null -> List.of();
        };
    }

    private static void refuseUnasked(ChainVerifier.Shown shown) {
        throw new IllegalStateException("a client has shown a certificate that nobody asked for");
    }
}
