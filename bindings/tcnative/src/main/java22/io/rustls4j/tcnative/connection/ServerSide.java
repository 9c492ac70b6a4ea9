package io.rustls4j.tcnative.connection;

import io.rustls4j.Accepted;
import io.rustls4j.Acceptor;
import io.rustls4j.AlertDescription;
import io.rustls4j.EngineKind;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.tcnative.error.OpenSslError;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's half of a handshake: reads the hello, has it answered, goes on. */
final class ServerSide implements Side {
    private final Acceptor acceptor = Acceptor.create(EngineKind.RUSTLS);
    private final TicketSupport tickets = new TicketSupport();
    private final HelloAnswer answer;
    private final Facts facts;

    /** No plaintext comes before the handshake is done, but a close_notify wants room. */
    private final ByteBuffer room = ByteBuffer.allocate(1);

    private @Nullable TlsConnection tls;
    private boolean peerChangedCipherSpec;

    ServerSide(HelloAnswer answer, Facts facts) {
        this.answer = answer;
        this.facts = facts;
    }

    @Override
    public @Nullable TlsConnection tls() {
        return tls;
    }

    /**
     * Encrypted records can lead to a client's certificate, but only if it was asked for. With TLS
     * 1.3, what is in the clear is a hello: the second one, after a HelloRetryRequest, is what the
     * server signs on.
     */
    @Override
    public boolean mayBlock(ReceivedRecord record) {
        return switch (record.contentType()) {
            case ContentType.HANDSHAKE ->
                    tls == null
                            || facts.isTls13()
                            || (!peerChangedCipherSpec && answer.asksForCertificate());
            case ContentType.APPLICATION_DATA -> answer.asksForCertificate();
            default -> false;
        };
    }

    @Override
    public Want taskFor() {
        return tls == null ? Want.CERTIFICATE_LOOKUP : Want.CERTIFICATE_VERIFY;
    }

    @Override
    public void feed(ReceivedRecord record) throws Exception {
        TlsConnection known = tls;
        if (known != null) {
            peerChangedCipherSpec |= record.contentType() == ContentType.CHANGE_CIPHER_SPEC;
            known.unwrap(record.buffer(), room);
            return;
        }
        try {
            ByteBuffer bytes = record.buffer();
            Optional<Accepted> accepted;
            do {
                acceptor.read(bytes);
                accepted = acceptor.accept();
            } while (accepted.isEmpty() && bytes.hasRemaining());
            if (accepted.isPresent()) {
                tls = answer.give(accepted.get(), tickets, record);
                acceptor.close();
            } else {
                tickets.keep(record.buffer());
            }
        } catch (TlsException e) {
            throw refused(e);
        }
    }

    private RefusedException refused(TlsException failure) {
        byte[] alert = acceptor.pendingAlert();
        RefusedException refused =
                new RefusedException(
                        alert.length > 0
                                ? alert
                                : PlainAlert.fatal(AlertDescription.UNEXPECTED_MESSAGE),
                        OpenSslError.of(failure));
        refused.initCause(failure);
        return refused;
    }

    @Override
    public void close() {
        acceptor.close();
    }
}
