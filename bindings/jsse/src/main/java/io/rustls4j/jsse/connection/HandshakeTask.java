package io.rustls4j.jsse.connection;

import java.nio.ByteBuffer;

/** A record of the handshake whose processing may block. Runs once. */
final class HandshakeTask implements Runnable {
    private final JsseConnection connection;
    private final ByteBuffer record;
    private boolean handedOut;

    HandshakeTask(JsseConnection connection, ByteBuffer record) {
        this.connection = connection;
        this.record = record;
    }

    /** Whether it was not handed out before. Guarded by the connection. */
    boolean handOut() {
        boolean first = !handedOut;
        handedOut = true;
        return first;
    }

    /** Running it twice does nothing more: the record is used up. */
    @Override
    public void run() {
        if (record.hasRemaining()) {
            connection.run(record);
        }
    }
}
