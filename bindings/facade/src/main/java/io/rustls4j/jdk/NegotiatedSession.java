package io.rustls4j.jdk;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What was negotiated; nothing is told before the handshake is done. */
final class NegotiatedSession {
    private final EngineDriver driver;
    private final HandshakeState state;

    NegotiatedSession(EngineDriver driver, HandshakeState state) {
        this.driver = driver;
        this.state = state;
    }

    Optional<ProtocolVersion> protocolVersion() {
        return session()
                .flatMap(
                        session ->
                                Arrays.stream(ProtocolVersion.values())
                                        .filter(
                                                version ->
                                                        version.toString()
                                                                .equals(session.getProtocol()))
                                        .findFirst());
    }

    Optional<CipherSuite> cipherSuite() {
        return session().flatMap(session -> CipherSuite.named(session.getCipherSuite()));
    }

    Optional<NamedGroup> keyExchangeGroup() {
        return driver.isFinished() ? driver.serverFlight().group() : Optional.empty();
    }

    Optional<String> alpnProtocol() {
        return session()
                .map(_ -> driver.engine().getApplicationProtocol())
                .filter(protocol -> !protocol.isEmpty());
    }

    Optional<HandshakeKind> handshakeKind() {
        if (!driver.isFinished()) {
            return Optional.empty();
        }
        if (driver.serverFlight().resumed()) {
            return Optional.of(HandshakeKind.RESUMED);
        }
        return Optional.of(
                driver.serverFlight().retried()
                        ? HandshakeKind.FULL_WITH_HELLO_RETRY_REQUEST
                        : HandshakeKind.FULL);
    }

    List<CertificateDer> peerCertificates() {
        Optional<SSLSession> session = session();
        List<X509Certificate> chain =
                session.isPresent() ? chainOf(session.get()) : state.peerChain();
        return chain.stream().map(CertificateDer::of).toList();
    }

    private Optional<SSLSession> session() {
        return driver.isFinished() ? Optional.of(driver.engine().getSession()) : Optional.empty();
    }

    private static List<X509Certificate> chainOf(SSLSession session) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            // The JDK's way to say that the peer has shown none.
            return List.of();
        }
        return chain;
    }
}
