package io.rustls4j.benchmarks.loopback;

import java.io.IOException;

/**
 * A server and its clients, both on one TLS stack, speaking HTTP/1.1 over TCP on the loopback. Its
 * methods return when the last answer has come. For one thread.
 */
public interface Loopback extends AutoCloseable {
    /** How many clients ask at the same time, unless one of them is wanted. */
    int CLIENTS = 8;

    /** How long an answer is where its length does not matter. */
    int SHORT_ANSWER = 128;

    /** Sends requests over connections that stay open from one call to the next. */
    void keepAlive(int requests) throws IOException, InterruptedException;

    /** Sends requests, each over a connection of its own. */
    void reconnect(int requests) throws IOException, InterruptedException;

    /** Sends one request whose answer is so long, over a connection that stays open. */
    void bulk(int bytes) throws IOException, InterruptedException;

    /** Ends clients and server. */
    @Override
    void close() throws IOException;
}
