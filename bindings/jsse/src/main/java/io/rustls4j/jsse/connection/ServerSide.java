package io.rustls4j.jsse.connection;

import io.rustls4j.Accepted;
import io.rustls4j.Acceptor;
import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.context.ServerConfigs;
import io.rustls4j.jsse.parameters.ClientAuth;
import io.rustls4j.jsse.parameters.Offer;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** A server's half of the handshake: reads the hello, has a configuration chosen by it, goes on. */
final class ServerSide implements Side {
    private final ServerConfigs configs;
    private final JsseConnection connection;
    private final JsseSession session;
    private final Offer offer;
    private ClientAuth clientAuth;
    private final boolean onlyResume;
    private final ServerHelloPeek hello;

    /**
     * Room by which rustls tells of a close_notify; no plaintext comes before the handshake is
     * done.
     */
    private final ByteBuffer room = ByteBuffer.allocate(1);

    /** Null where no responses are stapled. */
    private final @Nullable StatusRequest statusRequest;

    private final Acceptor acceptor = Acceptor.create(EngineKind.RUSTLS);
    private @Nullable TlsConnection tls;
    private boolean peerChangedCipherSpec;

    ServerSide(ServerConfigs configs, JsseConnection connection) throws SSLHandshakeException {
        this.configs = configs;
        this.connection = connection;
        this.session = connection.session();
        this.offer = connection.parameters().offer();
        this.clientAuth = connection.parameters().clientAuth();
        this.onlyResume = !connection.parameters().enableSessionCreation();
        this.hello = new ServerHelloPeek(session);
        this.statusRequest = configs.staples() ? new StatusRequest() : null;
        session.setLocalSignatureSchemes(offer.schemes());
    }

    @Override
    public @Nullable TlsConnection tls() {
        return tls;
    }

    /** Encrypted records can lead to a client's certificate, but only if it was asked for. */
    @Override
    public boolean mayBlock(int recordType) {
        return switch (recordType) {
            case ContentType.HANDSHAKE -> !peerChangedCipherSpec || session.isTls13();
            case ContentType.APPLICATION_DATA -> clientAuth != ClientAuth.NONE;
            default -> false;
        };
    }

    @Override
    public void feed(ByteBuffer record) throws TlsException, HandshakeRefusedException {
        TlsConnection established = tls;
        if (established != null) {
            peerChangedCipherSpec |= RecordHeader.type(record) == ContentType.CHANGE_CIPHER_SPEC;
            established.unwrap(record, room);
            return;
        }
        int start = record.position();
        Optional<Accepted> accepted;
        try {
            do {
                acceptor.read(record);
                accepted = acceptor.accept();
            } while (accepted.isEmpty() && record.hasRemaining());
        } catch (TlsException e) {
            throw refused(e);
        }
        if (accepted.isPresent()) {
            answer(
                    accepted.get(),
                    statusRequest != null && statusRequest.isMadeIn(again(record, start)));
        } else if (statusRequest != null) {
            statusRequest.keep(again(record, start));
        }
    }

    private static ByteBuffer again(ByteBuffer record, int start) {
        return record.duplicate().position(start);
    }

    private void answer(Accepted accepted, boolean staple) throws HandshakeRefusedException {
        TlsConnection made;
        try {
            made = HelloAnswer.give(accepted, configs, connection, offer, staple);
        } catch (TlsException e) {
            throw refused(e);
        } finally {
            configs.sessions().lookedUp(session);
        }
        tls = made;
        // The application's matchers and selectors may have set it.
        clientAuth = connection.parameters().clientAuth();
        acceptor.close();
        if (onlyResume && !made.handshakeKind().equals(Optional.of(HandshakeKind.RESUMED))) {
            throw new HandshakeRefusedException(
                    PlainAlert.fatal(AlertDescription.HANDSHAKE_FAILURE),
                    new SSLHandshakeException(
                            "The client did not resume a session, and setEnableSessionCreation(false) forbids a new one"));
        }
        NegotiatedFacts.record(made, session);
    }

    private HandshakeRefusedException refused(TlsException failure) {
        byte[] alert = acceptor.pendingAlert();
        return new HandshakeRefusedException(
                alert.length > 0 ? alert : PlainAlert.fatal(AlertDescription.UNEXPECTED_MESSAGE),
                TlsFailures.of(failure));
    }

    @Override
    public void sent(ByteBuffer target, int start) {
        if (!hello.isDone()) {
            hello.look(target.duplicate().flip().position(start));
        }
    }

    /** With TLS 1.3, this side has sent encrypted records by then, so that rustls has to say it. */
    @Override
    public void judge() throws HandshakeRefusedException, CertificateErrorException {
        try {
            configs.judge(accepted());
        } catch (CertificateErrorException e) {
            if (session.isTls13()) {
                throw e;
            }
            throw HandshakeRefusedException.of(e);
        }
    }

    @Override
    public JsseSession complete(boolean resumable) {
        TlsConnection done = accepted();
        NegotiatedFacts.record(done, session);
        session.setPeerCertificates(done.peerCertificates());
        JsseSession agreed =
                configs.sessions()
                        .completed(session, done.handshakeKind().orElse(HandshakeKind.FULL));
        if (!resumable) {
            configs.sessions().withhold(agreed);
        }
        return agreed;
    }

    private TlsConnection accepted() {
        TlsConnection made = tls;
        if (made == null) {
            throw new IllegalStateException("a handshake without a connection");
        }
        return made;
    }

    /** A second hello, after a retry, is looked up by rustls alone. */
    @Override
    public void failed() {
        configs.sessions().lookedUp(session);
    }

    @Override
    public void close() {
        acceptor.close();
        if (tls != null) {
            tls.close();
        }
    }
}
