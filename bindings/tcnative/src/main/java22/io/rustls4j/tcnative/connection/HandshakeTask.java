package io.rustls4j.tcnative.connection;

import java.util.concurrent.atomic.AtomicBoolean;

/** A step of a handshake that may block, for whichever thread Netty runs it on. Runs once. */
class HandshakeTask implements Runnable {
    private final Ssl ssl;
    private final ReceivedRecord record;
    private final AtomicBoolean started = new AtomicBoolean();

    HandshakeTask(Ssl ssl, ReceivedRecord record) {
        this.ssl = ssl;
        this.record = record;
    }

    @Override
    public void run() {
        if (started.compareAndSet(false, true)) {
            ssl.runTask(record);
        }
    }
}
