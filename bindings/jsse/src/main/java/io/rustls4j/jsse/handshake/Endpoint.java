package io.rustls4j.jsse.handshake;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/** What the application holds of a connection, to be shown to its managers. */
public sealed interface Endpoint {
    /** A connection without I/O. */
    record OfEngine(SSLEngine engine) implements Endpoint {}

    /** A connection on a socket. */
    record OfSocket(SSLSocket socket) implements Endpoint {}
}
