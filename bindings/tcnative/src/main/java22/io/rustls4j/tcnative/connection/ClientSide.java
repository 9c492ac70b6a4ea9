package io.rustls4j.tcnative.connection;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.wire.ContentType;
import java.nio.ByteBuffer;

/** A client's half of a handshake. */
final class ClientSide implements Side {
    private final TlsConnection tls;
    private final Facts facts;

    /** No plaintext comes before the handshake is done, but a close_notify wants room. */
    private final ByteBuffer room = ByteBuffer.allocate(1);

    private boolean peerChangedCipherSpec;

    ClientSide(TlsConnection tls, Facts facts) {
        this.tls = tls;
        this.facts = facts;
    }

    @Override
    public TlsConnection tls() {
        return tls;
    }

    @Override
    public boolean mayBlock(ReceivedRecord record) {
        return switch (record.contentType()) {
            case ContentType.HANDSHAKE -> !peerChangedCipherSpec || facts.isTls13();
            case ContentType.APPLICATION_DATA -> true;
            default -> false;
        };
    }

    @Override
    public Want taskFor() {
        return Want.CERTIFICATE_VERIFY;
    }

    @Override
    public void feed(ReceivedRecord record) throws TlsException {
        peerChangedCipherSpec |= record.contentType() == ContentType.CHANGE_CIPHER_SPEC;
        tls.unwrap(record.buffer(), room);
    }

    @Override
    public void close() {}
}
