package io.rustls4j.jsse.connection;

import io.rustls4j.CertificateErrorException;
import io.rustls4j.HandshakeKind;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.context.ClientConfigs;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.session.ClientSessions;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.ContentType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** A client's half of the handshake. */
final class ClientSide implements Side {
    private final ClientConfigs configs;
    private final JsseSession session;
    private final ClientSessions.Lease lease;
    private final TlsConnection tls;
    private final ServerHelloPeek hello;
    private final boolean onlyResume;

    /**
     * Room by which rustls tells of a close_notify; no plaintext comes before the handshake is
     * done.
     */
    private final ByteBuffer room = ByteBuffer.allocate(1);

    private boolean peerChangedCipherSpec;

    ClientSide(ClientConfigs configs, JsseConnection connection) throws SSLHandshakeException {
        ConnectionParameters parameters = connection.parameters();
        Offer offer = parameters.offer();
        List<SNIServerName> asked = parameters.requestedServerNames();
        ServerIdentity server = ServerIdentity.of(connection.peerHost(), asked);
        this.configs = configs;
        this.session = connection.session();
        ClientConfigs.Connected connected = configs.connect(offer, server, connection);
        this.lease = connected.lease();
        this.tls = connected.tls();
        this.onlyResume = !parameters.enableSessionCreation();
        if (onlyResume && !lease.canResume()) {
            tls.close();
            throw new SSLHandshakeException(
                    "No existing session to resume, and setEnableSessionCreation(false) forbids a new one");
        }
        this.hello = new ServerHelloPeek(session);
        session.setLocalSignatureSchemes(offer.schemes());
        session.setRequestedServerNames(asked);
    }

    @Override
    public TlsConnection tls() {
        return tls;
    }

    @Override
    public boolean mayBlock(int recordType) {
        return switch (recordType) {
            case ContentType.HANDSHAKE -> !peerChangedCipherSpec || isTls13();
            case ContentType.APPLICATION_DATA -> true;
            default -> false;
        };
    }

    private boolean isTls13() {
        return session.isTls13();
    }

    @Override
    public void feed(ByteBuffer record) throws TlsException {
        if (RecordHeader.type(record) == ContentType.CHANGE_CIPHER_SPEC) {
            peerChangedCipherSpec = true;
        } else {
            hello.look(record);
        }
        tls.unwrap(record, room);
    }

    @Override
    public @Nullable String announcedProtocol() {
        return hello.applicationProtocol();
    }

    @Override
    public void sent(ByteBuffer target, int start) {}

    /** rustls tells of certificates before anything encrypted is sent that is built on them. */
    @Override
    public void judge() throws HandshakeRefusedException {
        try {
            configs.judge(tls);
        } catch (CertificateErrorException e) {
            throw HandshakeRefusedException.of(e);
        } catch (RuntimeException e) {
            throw HandshakeRefusedException.of(e);
        }
    }

    @Override
    public JsseSession complete(boolean resumable) throws SSLHandshakeException {
        HandshakeKind kind = tls.handshakeKind().orElse(HandshakeKind.FULL);
        if (onlyResume && kind != HandshakeKind.RESUMED) {
            throw new SSLHandshakeException(
                    "The server did not resume the session, and setEnableSessionCreation(false) forbids a new one");
        }
        NegotiatedFacts.record(tls, session);
        session.setPeerCertificates(tls.peerCertificates());
        Optional<byte[]> response = tls.peerOcspResponse();
        if (response.isPresent()) {
            session.setStatusResponses(List.of(response.get()));
        }
        JsseSession agreed = lease.completed(session, kind);
        if (!resumable) {
            lease.withhold();
        }
        return agreed;
    }

    @Override
    public void failed() {
        lease.failed();
    }

    @Override
    public void close() {
        tls.close();
    }
}
