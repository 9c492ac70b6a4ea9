package io.rustls4j.jsse.connection;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.session.JsseSession;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** The half of a handshake that clients and servers do differently. Guarded by the connection. */
sealed interface Side extends AutoCloseable permits ClientSide, ServerSide {
    /** The connection on rustls; null on a server that has not got the client's hello yet. */
    @Nullable TlsConnection tls();

    /** Whether a record of this type may lead to work that blocks, and so belongs into a task. */
    boolean mayBlock(int recordType);

    /**
     * Takes one record of the handshake.
     *
     * @param record all of it; taken whole unless this throws
     * @throws HandshakeRefusedException if the connection ends before rustls has one
     */
    void feed(ByteBuffer record) throws TlsException, HandshakeRefusedException;

    /** The application protocol as it was agreed on in the clear, "" for none; null before. */
    default @Nullable String announcedProtocol() {
        return null;
    }

    /** Looks at what goes out during the handshake: what stands before the position. */
    void sent(ByteBuffer target, int start);

    /**
     * Puts the peer to the trust manager, although rustls has taken it already.
     *
     * @throws HandshakeRefusedException if the manager refuses it, and the peer can be told in the
     *     clear
     * @throws TlsException if the manager refuses it
     */
    void judge() throws HandshakeRefusedException, TlsException;

    /**
     * The handshake is done: the session that it led to, which may be an older one.
     *
     * @param resumable whether other connections may resume it
     * @throws SSLHandshakeException if that may not be
     */
    JsseSession complete(boolean resumable) throws SSLHandshakeException;

    /** The handshake has failed. */
    void failed();

    @Override
    void close();
}
