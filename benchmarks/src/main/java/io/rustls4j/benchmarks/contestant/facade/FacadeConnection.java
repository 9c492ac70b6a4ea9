package io.rustls4j.benchmarks.contestant.facade;

import io.rustls4j.TlsConnection;
import io.rustls4j.benchmarks.contestant.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A connection of the facade. */
final class FacadeConnection implements Connection {
    private final TlsConnection connection;

    FacadeConnection(TlsConnection connection) {
        this.connection = connection;
    }

    @Override
    public void wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws IOException {
        connection.wrap(plaintext, ciphertext);
    }

    @Override
    public void unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws IOException {
        connection.unwrap(ciphertext, plaintext);
    }

    @Override
    public boolean wantsWrite() {
        return connection.wantsWrite();
    }

    @Override
    public boolean isHandshaking() {
        return connection.isHandshaking();
    }

    @Override
    public void sendClose() {
        connection.sendCloseNotify();
    }

    @Override
    public void free() {
        connection.close();
    }
}
