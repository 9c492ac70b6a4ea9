package io.rustls4j.tcnative.connection;

import io.rustls4j.TlsConnection;
import org.jspecify.annotations.Nullable;

/** One half of a handshake. */
sealed interface Side permits ClientSide, ServerSide {
    /** The connection; null before a server knows with which configuration it goes on. */
    @Nullable TlsConnection tls();

    /** Whether a record can lead to a call of the application's code, or to a signature. */
    boolean mayBlock(ReceivedRecord record);

    /** What Netty is told that a task is for. */
    Want taskFor();

    /** Takes one record, in the course of which the application's code may be called. */
    void feed(ReceivedRecord record) throws Exception;

    /** Gives back what is not a connection. */
    void close();
}
