package io.rustls4j.cli.server;

import io.rustls4j.cli.Negotiated;
import java.net.SocketAddress;
import java.util.Optional;

/** Is told how each connection went. Must be thread-safe. */
public interface ConnectionLog {
    /**
     * A connection has ended.
     *
     * @param event how it went
     */
    void ended(Event event);

    /**
     * Something that concerns no single connection.
     *
     * @param message a line
     */
    void note(String message);

    /**
     * How a connection went.
     *
     * @param peer where it came from
     * @param negotiated what its handshake came to; empty if that failed
     * @param done what was done on it; empty if it failed
     * @param failure why it failed, if it did
     * @param nanos how long it took
     */
    record Event(
            SocketAddress peer,
            Optional<Negotiated> negotiated,
            Optional<String> done,
            Optional<Exception> failure,
            long nanos) {}
}
