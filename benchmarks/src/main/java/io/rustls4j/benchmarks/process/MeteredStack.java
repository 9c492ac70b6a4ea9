package io.rustls4j.benchmarks.process;

import io.rustls4j.benchmarks.contestant.Connection;
import io.rustls4j.benchmarks.contestant.Stack;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A stack of which each call is counted for the side that makes it. */
final class MeteredStack implements Stack {
    private final Stack stack;
    private final HeapMeter clientMeter;
    private final HeapMeter serverMeter;

    MeteredStack(Stack stack, HeapMeter clientMeter, HeapMeter serverMeter) {
        this.stack = stack;
        this.clientMeter = clientMeter;
        this.serverMeter = serverMeter;
    }

    @Override
    public Connection client() throws IOException {
        clientMeter.start();
        Connection made = stack.client();
        clientMeter.stop();
        return new Metered(made, clientMeter);
    }

    @Override
    public Connection server() throws IOException {
        serverMeter.start();
        Connection made = stack.server();
        serverMeter.stop();
        return new Metered(made, serverMeter);
    }

    @Override
    public void close() {
        stack.close();
    }

    private static final class Metered implements Connection {
        private final Connection connection;
        private final HeapMeter meter;

        Metered(Connection connection, HeapMeter meter) {
            this.connection = connection;
            this.meter = meter;
        }

        @Override
        public void wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws IOException {
            meter.start();
            connection.wrap(plaintext, ciphertext);
            meter.stop();
        }

        @Override
        public void unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws IOException {
            meter.start();
            connection.unwrap(ciphertext, plaintext);
            meter.stop();
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
            meter.start();
            connection.sendClose();
            meter.stop();
        }

        @Override
        public void free() {
            meter.start();
            connection.free();
            meter.stop();
        }
    }
}
