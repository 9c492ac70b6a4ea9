package io.rustls4j;

import io.rustls4j.jdk.JdkConnection;
import io.rustls4j.rustls.RustlsConnection;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * One TLS connection without I/O: bytes in, bytes out, no socket and no thread of its own.
 *
 * <p>The loop that drives one: while {@link #wantsWrite()}, {@link #wrap} into a buffer and send
 * it; while {@link #wantsRead()}, receive and {@link #unwrap}; when the transport is at its end,
 * {@link #endOfInput()}. The handshake happens in these same calls, and so do the application's
 * verifiers, resolvers and keys. {@link TlsChannel} is that loop, ready-made.
 *
 * <p>A connection is for one thread at a time, which may change; two at once, and calls from one of
 * its own callbacks, are refused with {@link IllegalStateException}, as is every call after {@link
 * #close()} but {@code close} itself. What only repeats the outcome of the last call is never
 * refused: {@link #isClient()}, {@link #engine()}, {@link #isHandshaking()}, {@link #wantsRead()},
 * {@link #wantsWrite()}, {@link #peerHasClosed()}, {@link #bytesConsumed()} and {@link
 * #bytesProduced()}. Close may come from any thread: a call in flight finishes first.
 */
public sealed interface TlsConnection extends AutoCloseable
        permits RustlsConnection, JdkConnection {
    /**
     * Encrypts: first what TLS itself has to send, then, once the handshake is done, plaintext. The
     * positions of both buffers move by what was used. Heap, direct and read-only sources work
     * alike. What does not fit stays where it is: a record is never sent in part and then
     * forgotten.
     *
     * <p>A connection that has failed gives out the alert that tells the peer, and takes no
     * plaintext: where there is some, and nothing more to give out, its failure is thrown.
     *
     * @param plaintext what to send; may be empty; left alone while the handshake goes on
     * @param ciphertext where records go; 16 KiB + 261 bytes are always enough for one
     * @return {@link TransferStatus#OUTPUT_FULL} if there is more to come out than fits, {@link
     *     TransferStatus#OK} otherwise
     * @throws TlsException if the connection cannot encrypt, or has failed before
     * @throws IllegalStateException if there is plaintext and {@link #sendCloseNotify()} was called
     *     before
     * @throws java.nio.ReadOnlyBufferException if {@code ciphertext} is read-only
     */
    TransferStatus wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws TlsException;

    /**
     * Decrypts: takes records, runs the handshake, and gives out plaintext. The positions of both
     * buffers move by what was used; bytes taken from {@code ciphertext} may stay in the connection
     * until the record is complete.
     *
     * <p>If a failure comes after plaintext in one call, the plaintext is delivered and the next
     * call throws.
     *
     * @param ciphertext what was received; may be empty, to fetch plaintext that did not fit before
     * @param plaintext where plaintext goes; may be empty while the handshake goes on
     * @return {@link TransferStatus#CLOSED} after the peer's close_notify, when all plaintext is
     *     delivered; {@link TransferStatus#OUTPUT_FULL} if {@code plaintext} is full and there may
     *     be more; {@link TransferStatus#OK} otherwise
     * @throws TlsException if the connection fails; the same again at each later call
     * @throws java.nio.ReadOnlyBufferException if {@code plaintext} is read-only
     */
    TransferStatus unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws TlsException;

    /**
     * {@link #wrap(ByteBuffer, ByteBuffer)} on segments; {@link #bytesConsumed()} and {@link
     * #bytesProduced()} say how much.
     *
     * @param plaintext what to send, native or a byte array's
     * @param ciphertext where records go, native or a byte array's
     * @return as for buffers
     * @throws TlsException if the connection cannot encrypt
     */
    TransferStatus wrap(MemorySegment plaintext, MemorySegment ciphertext) throws TlsException;

    /**
     * {@link #unwrap(ByteBuffer, ByteBuffer)} on segments; {@link #bytesConsumed()} and {@link
     * #bytesProduced()} say how much.
     *
     * @param ciphertext what was received, native or a byte array's
     * @param plaintext where plaintext goes, native or a byte array's
     * @return as for buffers
     * @throws TlsException if the connection fails
     */
    TransferStatus unwrap(MemorySegment ciphertext, MemorySegment plaintext) throws TlsException;

    /**
     * How much input the last {@code wrap} or {@code unwrap} used.
     *
     * @return a number of bytes
     */
    long bytesConsumed();

    /**
     * How much output the last {@code wrap} or {@code unwrap} made.
     *
     * @return a number of bytes
     */
    long bytesProduced();

    /**
     * Tells the connection that the transport has no more bytes. If the peer has not sent
     * close_notify before, the next {@code unwrap} throws {@link TruncatedException} once the
     * plaintext is delivered.
     *
     * @throws TlsException if the connection fails
     */
    void endOfInput() throws TlsException;

    /**
     * Queues a close_notify: no more plaintext will be sent ({@code
     * rustls4j_connection_send_close_notify}). The read side stays open. Twice is as good as once.
     *
     * <p>In a handshake it comes out as soon as the engine can say it. On rustls that is at once,
     * as long as nothing is encrypted; later, when the handshake is done.
     */
    void sendCloseNotify();

    /**
     * Changes the keys for what is sent, and asks the peer to do the same (TLS 1.3 only; {@code
     * rustls4j_connection_refresh_traffic_keys}, RFC 8446 section 4.6.3).
     *
     * @throws ProtocolErrorException if the handshake is not done, or the version is TLS 1.2
     * @throws TlsException if the connection fails
     */
    void refreshTrafficKeys() throws TlsException;

    /**
     * Limits how much the connection buffers before it takes no more. On the rustls engine that is
     * never more than a record, with or without a limit.
     *
     * @param bytes the limit for each direction; at least 1
     * @throws IllegalArgumentException if it is not positive
     */
    void setBufferLimit(long bytes);

    /**
     * Whether the connection can use bytes from the peer, as of the last call.
     *
     * @return true if {@code unwrap} wants input
     */
    boolean wantsRead();

    /**
     * Whether the connection has bytes for the peer, as of the last call.
     *
     * @return true if {@code wrap} would give output even without plaintext
     */
    boolean wantsWrite();

    /**
     * Whether the handshake is still going on, as of the last call.
     *
     * @return false once plaintext can be sent
     */
    boolean isHandshaking();

    /**
     * Whether the peer has sent close_notify and all plaintext is delivered, as of the last call.
     *
     * @return true if nothing more will come
     */
    boolean peerHasClosed();

    /**
     * Whether this is the client's side.
     *
     * @return true for the client, false for the server
     */
    boolean isClient();

    /**
     * The engine behind this connection.
     *
     * @return which of the two
     */
    EngineKind engine();

    /**
     * The negotiated version ({@code rustls4j_connection_negotiated}).
     *
     * @return the version, or empty as long as it is not known
     */
    Optional<ProtocolVersion> protocolVersion();

    /**
     * The negotiated suite ({@code rustls4j_connection_negotiated}).
     *
     * @return the suite, or empty as long as it is not known
     */
    Optional<CipherSuite> negotiatedCipherSuite();

    /**
     * The negotiated group ({@code rustls4j_connection_negotiated}).
     *
     * @return the group, or empty as long as it is not known, and where a session of TLS 1.2 is
     *     resumed, which exchanges no keys
     */
    Optional<NamedGroup> negotiatedKeyExchangeGroup();

    /**
     * The negotiated application protocol ({@code rustls4j_connection_alpn}).
     *
     * @return the protocol, one char a byte, or empty if there is none
     */
    Optional<String> alpnProtocol();

    /**
     * How the handshake went ({@code rustls4j_connection_negotiated}).
     *
     * @return the kind, or empty as long as it is not known
     */
    Optional<HandshakeKind> handshakeKind();

    /**
     * The peer's certificates ({@code rustls4j_connection_peer_certificate}).
     *
     * @return what the peer has shown, end entity first; empty if it showed none, or not yet
     */
    List<CertificateDer> peerCertificates();

    /**
     * On a client, the OCSP response that the server has stapled to its certificate (RFC 6066
     * section 8, RFC 8446 section 4.4.2.1). No engine checks it.
     *
     * @return a copy of its DER encoding; empty if there is none, or not yet, where a session was
     *     resumed, and on a server
     */
    Optional<byte[]> peerOcspResponse();

    /**
     * On a server, the name that the client asked for ({@code rustls4j_connection_server_name}).
     *
     * @return the DNS name, or empty if there is none, or on a client
     */
    Optional<String> serverName();

    /**
     * On a client, how many TLS 1.3 tickets have come ({@code
     * rustls4j_connection_tickets_received}).
     *
     * @return the number; always 0 on the jdk engine, which does not tell
     */
    int tls13TicketsReceived();

    /**
     * Whether the connection is in FIPS mode ({@code rustls4j_connection_fips}).
     *
     * @return true if so
     */
    boolean fips();

    /** Gives the connection's memory back. Sends nothing. Closing twice does nothing. */
    @Override
    void close();
}
