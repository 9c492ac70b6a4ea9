package io.rustls4j.jsse.connection;

import io.rustls4j.Accepted;
import io.rustls4j.AlertDescription;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.context.ServerConfigs;
import io.rustls4j.jsse.context.ShownKey;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.PlainAlert;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/** A server's choices from a client's hello: by name, by application protocol, by certificate. */
final class HelloAnswer {
    private final Accepted accepted;
    private final ClientHello hello;
    private final JsseConnection connection;
    private final ConnectionParameters parameters;

    private HelloAnswer(Accepted accepted, JsseConnection connection) {
        this.accepted = accepted;
        this.hello = accepted.clientHello();
        this.connection = connection;
        this.parameters = connection.parameters();
    }

    /**
     * Answers a client; runs the application's matchers, selectors and managers.
     *
     * @param staple whether it should be shown an OCSP response
     */
    static TlsConnection give(
            Accepted accepted,
            ServerConfigs configs,
            JsseConnection connection,
            Offer offer,
            boolean staple)
            throws HandshakeRefusedException, TlsException {
        HelloAnswer answer = new HelloAnswer(accepted, connection);
        answer.noteHello(offer);
        answer.findCommonGround(offer);
        answer.matchServerName();
        Optional<String> protocol = answer.chooseProtocol();
        Optional<CertifiedKey> key =
                configs.keys().serverKey(connection, accepted.clientHello(), offer);
        if (key.isEmpty()) {
            throw answer.noCertificate();
        }
        try {
            return configs.accept(
                    accepted,
                    offer,
                    connection,
                    protocol,
                    new ShownKey(
                            key.get(), staple ? configs.staple(connection) : Optional.empty()));
        } catch (TlsConfigException e) {
            SSLHandshakeException reason = new SSLHandshakeException(e.getMessage());
            reason.initCause(e);
            throw new HandshakeRefusedException(
                    PlainAlert.fatal(AlertDescription.INTERNAL_ERROR), reason);
        }
    }

    /** What managers may ask for: the version is not final, but the best that both sides have. */
    private void noteHello(Offer offer) {
        JsseSession session = connection.session();
        session.setPeerSignatureSchemes(hello.signatureSchemes());
        if (hello.serverName().isPresent()) {
            session.setRequestedServerNames(List.of(serverName(hello.serverName().get())));
        }
        boolean tls13 =
                offer.versions().contains(ProtocolVersion.TLSV1_3)
                        && accepted.protocolVersions().contains(ProtocolVersion.TLSV1_3);
        session.setProtocol(tls13 ? ProtocolVersion.TLSV1_3 : ProtocolVersion.TLSV1_2);
    }

    private static SNIServerName serverName(String name) {
        return new SNIHostName(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Before any certificate is looked for, so that the alert says what is missing. */
    private void findCommonGround(Offer offer) throws HandshakeRefusedException {
        if (Collections.disjoint(offer.versions(), accepted.protocolVersions())) {
            throw refuse(
                    AlertDescription.PROTOCOL_VERSION,
                    "Client requested protocol that is not enabled or not supported");
        }
        if (Collections.disjoint(offer.suites(), hello.cipherSuites())) {
            throw refuse(AlertDescription.HANDSHAKE_FAILURE, "no cipher suites in common");
        }
    }

    private void matchServerName() throws HandshakeRefusedException {
        Collection<SNIMatcher> matchers = parameters.sniMatchers();
        if (hello.serverName().isEmpty() || matchers.isEmpty()) {
            return;
        }
        SNIServerName name = serverName(hello.serverName().get());
        for (SNIMatcher matcher : matchers) {
            if (matcher.getType() == StandardConstants.SNI_HOST_NAME) {
                if (matcher.matches(name)) {
                    return;
                }
                throw refuse(
                        AlertDescription.UNRECOGNISED_NAME,
                        "Unrecognized server name indication: " + hello.serverName().get());
            }
        }
    }

    private Optional<String> chooseProtocol() throws HandshakeRefusedException {
        List<String> offered = hello.alpnProtocols();
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        Optional<Selection> selector = selector();
        if (selector.isPresent()) {
            return selected(selector.get().choice(offered), offered);
        }
        String[] own = parameters.applicationProtocols();
        if (own.length == 0) {
            return Optional.empty();
        }
        for (String protocol : own) {
            if (offered.contains(protocol)) {
                return Optional.of(protocol);
            }
        }
        throw noProtocol();
    }

    private Optional<String> selected(@Nullable String choice, List<String> offered)
            throws HandshakeRefusedException {
        if (choice == null || (!choice.isEmpty() && !offered.contains(choice))) {
            throw noProtocol();
        }
        return choice.isEmpty() ? Optional.empty() : Optional.of(choice);
    }

    private HandshakeRefusedException noProtocol() {
        return refuse(
                AlertDescription.NO_APPLICATION_PROTOCOL,
                "No matching application layer protocol values");
    }

    /** The application's selector, bound to what it holds of the connection. */
    @FunctionalInterface
    private interface Selection {
        @Nullable String choice(List<String> offered);
    }

    private Optional<Selection> selector() {
        return switch (connection.endpoint()) {
            case Endpoint.OfEngine(var engine) -> bind(parameters.engineSelector(), engine);
            case Endpoint.OfSocket(var socket) -> bind(parameters.socketSelector(), socket);
        };
    }

    private static <T> Optional<Selection> bind(
            @Nullable BiFunction<T, List<String>, String> selector, T endpoint) {
        return selector == null
                ? Optional.empty()
                : Optional.of(offered -> selector.apply(endpoint, offered));
    }

    private HandshakeRefusedException noCertificate() {
        return refuse(
                AlertDescription.HANDSHAKE_FAILURE,
                "no cipher suites in common: no certificate of the key manager fits what the client accepts");
    }

    private HandshakeRefusedException refuse(AlertDescription alert, String message) {
        return new HandshakeRefusedException(
                accepted.reject(alert), new SSLHandshakeException(message));
    }
}
