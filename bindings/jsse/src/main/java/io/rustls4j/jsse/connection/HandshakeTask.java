package io.rustls4j.jsse.connection;

import io.rustls4j.wire.RecordArrays;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** A record of the handshake whose processing may block. Runs once. */
final class HandshakeTask implements Runnable {
    private final JsseConnection connection;
    private final ByteBuffer record;
    private final AtomicBoolean started = new AtomicBoolean();
    private boolean handedOut;

    /** Copies the record, whose buffer is the caller's. */
    HandshakeTask(JsseConnection connection, ByteBuffer record) {
        int length = record.remaining();
        byte[] copy = RecordArrays.take(length);
        record.get(copy, 0, length);
        this.connection = connection;
        this.record = ByteBuffer.wrap(copy, 0, length);
    }

    /** Whether it was not handed out before. Guarded by the connection. */
    boolean handOut() {
        boolean first = !handedOut;
        handedOut = true;
        return first;
    }

    /** Running it twice does nothing more: the record is somebody else's by then. */
    @Override
    public void run() {
        if (started.compareAndSet(false, true)) {
            try {
                connection.run(record);
            } finally {
                RecordArrays.give(record.array());
            }
        }
    }
}
