package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.CertificateCallback;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SniHostNameMatcher;
import io.rustls4j.Accepted;
import io.rustls4j.AlertDescription;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.tcnative.certificate.KeyTypes;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.GroupChoice;
import io.rustls4j.tcnative.context.Identity;
import io.rustls4j.tcnative.context.PeerDemands;
import io.rustls4j.tcnative.context.ServerPlan;
import io.rustls4j.tcnative.context.SslOptions;
import io.rustls4j.tcnative.error.OpenSslError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's choices from a client's hello: by name, by version and suite, by certificate. */
final class HelloAnswer {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.tcnative");

    private final Ssl ssl;
    private final Ctx ctx;
    private boolean asksForCertificate;

    HelloAnswer(Ssl ssl, Ctx ctx) {
        this.ssl = ssl;
        this.ctx = ctx;
    }

    /**
     * Answers a client; runs the application's matcher and certificate callback.
     *
     * @param tickets whether it takes tickets
     * @param last the record that completed its hello
     */
    TlsConnection give(Accepted accepted, TicketSupport tickets, ReceivedRecord last)
            throws TlsException, RefusedException {
        ClientHello hello = accepted.clientHello();
        List<ProtocolVersion> versions = ssl.usableVersions();
        List<CipherSuite> suites = ssl.usableSuites();
        List<ProtocolVersion> common = new ArrayList<>(versions);
        common.retainAll(accepted.protocolVersions());
        ssl.facts().hello(hello, common);
        matchServerName(accepted, hello);
        if (common.isEmpty()) {
            throw refuse(
                    accepted, AlertDescription.PROTOCOL_VERSION, OpenSslError.UNSUPPORTED_PROTOCOL);
        }
        if (Collections.disjoint(hello.cipherSuites(), suites)) {
            throw refuse(
                    accepted, AlertDescription.HANDSHAKE_FAILURE, OpenSslError.NO_SHARED_CIPHER);
        }
        boolean tls13 = common.contains(ProtocolVersion.TLSV1_3);
        ServerPlan plan =
                plan(
                        hello,
                        versions,
                        suites,
                        tls13,
                        tls13 || tickets.isIn(last.buffer()),
                        chooseProtocol(hello),
                        identity(accepted, common, suites));
        asksForCertificate = plan.clientAuth() != ServerPlan.ClientAuth.NONE;
        try {
            return ctx.serverConfigs().use(plan, accepted::intoConnection);
        } catch (TlsConfigException e) {
            RefusedException refused =
                    refuse(accepted, AlertDescription.INTERNAL_ERROR, OpenSslError.of(e));
            refused.initCause(e);
            throw refused;
        }
    }

    /** Whether the client that was answered has been asked for a certificate. */
    boolean asksForCertificate() {
        return asksForCertificate;
    }

    private ServerPlan plan(
            ClientHello hello,
            List<ProtocolVersion> versions,
            List<CipherSuite> suites,
            boolean tls13,
            boolean tickets,
            Optional<String> protocol,
            Identity chosen) {
        return ssl.settings(
                own -> {
                    boolean ownOrder = SslOptions.serverPreference(own.options());
                    return new ServerPlan(
                            versions,
                            suites,
                            ownOrder
                                    ? GroupChoice.of(own.groups(), hello.namedGroups(), tls13)
                                    : own.groups(),
                            protocol,
                            chosen,
                            clientAuth(own.verifyLevel()),
                            ownOrder,
                            ssl.sessions().ofServer(own.options(), tls13, tickets));
                });
    }

    private static ServerPlan.ClientAuth clientAuth(int verifyLevel) {
        return switch (verifyLevel) {
            case SSL.SSL_CVERIFY_NONE -> ServerPlan.ClientAuth.NONE;
            case SSL.SSL_CVERIFY_OPTIONAL -> ServerPlan.ClientAuth.OPTIONAL;
            default -> ServerPlan.ClientAuth.REQUIRED;
        };
    }

    private void matchServerName(Accepted accepted, ClientHello hello) throws RefusedException {
        SniHostNameMatcher matcher = ctx.sniMatcher();
        if (matcher == null || hello.serverName().isEmpty()) {
            return;
        }
        if (!matches(matcher, hello.serverName().get())) {
            throw refuse(
                    accepted, AlertDescription.UNRECOGNISED_NAME, OpenSslError.CLIENTHELLO_TLSEXT);
        }
    }

    /**
     * Netty has no place for what its matchers throw, as it has for trust and key managers. It is
     * not thrown on: the peer would not be told anything.
     */
    private boolean matches(SniHostNameMatcher matcher, String name) {
        try {
            return matcher.match(ssl.handle(), name);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "a client is refused, since the matcher of server names failed",
                    e);
            return false;
        }
    }

    private Optional<String> chooseProtocol(ClientHello hello) {
        for (String protocol : ctx.alpn()) {
            if (hello.alpnProtocols().contains(protocol)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    private Identity identity(
            Accepted accepted, List<ProtocolVersion> versions, List<CipherSuite> suites)
            throws RefusedException {
        CertificateCallback callback = ctx.certificateCallback();
        if (callback != null) {
            try {
                callback.handle(ssl.handle(), null, null);
            } catch (Exception e) {
                RefusedException refused =
                        refuse(
                                accepted,
                                AlertDescription.INTERNAL_ERROR,
                                OpenSslError.CERT_CB_ERROR);
                refused.initCause(e);
                throw refused;
            }
        }
        LocalCertificate own = ssl.certificate();
        @Nullable Identity chosen =
                own.isChosen()
                        ? own.choose(demands(accepted.clientHello(), versions, suites))
                        : own.usual();
        if (chosen == null) {
            throw refuse(
                    accepted, AlertDescription.HANDSHAKE_FAILURE, OpenSslError.NO_CERTIFICATE_SET);
        }
        return chosen;
    }

    private static PeerDemands demands(
            ClientHello hello, List<ProtocolVersion> versions, List<CipherSuite> usable) {
        boolean tls13 = versions.contains(ProtocolVersion.TLSV1_3);
        List<CipherSuite> suites =
                usable.stream()
                        .filter(suite -> suite.isTls13() == tls13)
                        .filter(hello.cipherSuites()::contains)
                        .toList();
        List<SignatureScheme> schemes = hello.signatureSchemes();
        if (tls13) {
            schemes = KeyTypes.ofTls13(schemes);
        } else if (schemes.isEmpty()) {
            schemes = List.copyOf(SignatureScheme.known());
        }
        return new PeerDemands(schemes, suites, hello.caNames());
    }

    private static RefusedException refuse(
            Accepted accepted, AlertDescription alert, OpenSslError error) {
        return new RefusedException(accepted.reject(alert), error);
    }
}
