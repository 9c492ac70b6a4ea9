package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.EngineKind;
import io.rustls4j.EnginePanicException;
import io.rustls4j.HandshakeKind;
import io.rustls4j.LogSink;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection on rustls. Every native call is made between entering and leaving the handle, alone.
 */
public final class RustlsConnection implements TlsConnection {
    private final NativeHandle handle;
    private final boolean client;

    /**
     * With a log, an unwrap may call back at any time, so that it must not be critical. A wrap
     * stays critical, and what it would log is lost.
     */
    private final boolean logging;

    /** What native code said last. */
    private long state;

    private long consumed;
    private long produced;
    private boolean peerClosed;
    private boolean closeNotifyQueued;
    private @Nullable TlsException failure;
    private byte @Nullable [] ocspResponse;

    /** Known for good, once the handshake is done. */
    private @Nullable NegotiatedValues negotiated;

    RustlsConnection(MemorySegment pointer, boolean client, Optional<LogSink> logSink) {
        this.client = client;
        this.logging = logSink.isPresent();
        if (logSink.isPresent()) {
            long sink = Contexts.register(logSink.get());
            this.handle =
                    NativeHandle.of(
                            this, HandleKind.CONNECTION, pointer, () -> Contexts.drop(sink));
            LogSinkUpcall.logTo(pointer, sink);
        } else {
            this.handle = NativeHandle.of(this, HandleKind.CONNECTION, pointer);
        }
        this.state = rustls4j_h.rustls4j_connection_state(pointer);
    }

    /** Goes on with what an acceptor has read beyond the hello. */
    void processBuffered() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            MemorySegment none = MemorySegment.NULL;
            state = UpcallingUnwrap.call(connection, none, 0, 0, none, 0, 0);
            if (Transfer.result(state) != RustlsResult.OK) {
                fail(Transfer.result(state));
            }
        } finally {
            handle.release();
        }
    }

    @Override
    public TransferStatus wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws TlsException {
        if (ciphertext.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        long inStart = plaintext.position();
        long outStart = ciphertext.position();
        MemorySegment connection = begin();
        try {
            refuseToEncrypt(plaintext.hasRemaining());
            state = BufferTransfer.wrap(connection, plaintext, failure == null, ciphertext);
            consumed = plaintext.position() - inStart;
            produced = ciphertext.position() - outStart;
            return encrypted(plaintext.hasRemaining());
        } finally {
            handle.release();
        }
    }

    /** Native memory goes straight to native code, with no buffer made for it. */
    @Override
    public TransferStatus wrap(MemorySegment plaintext, MemorySegment ciphertext)
            throws TlsException {
        if (!goesStraight(plaintext) || !goesStraight(ciphertext)) {
            return wrap(bufferOf(plaintext), bufferOf(ciphertext));
        }
        if (ciphertext.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        MemorySegment connection = begin();
        try {
            return encrypt(connection, plaintext, ciphertext);
        } finally {
            handle.release();
        }
    }

    private TransferStatus encrypt(MemorySegment connection, MemorySegment in, MemorySegment out)
            throws TlsException {
        refuseToEncrypt(in.byteSize() > 0);
        long available;
        do {
            available = failure == null ? in.byteSize() - consumed : 0;
            record(
                    Transfer.wrap(
                            connection,
                            in,
                            consumed,
                            Math.min(available, Transfer.MAX_CRITICAL),
                            out,
                            produced,
                            Math.min(out.byteSize() - produced, Transfer.MAX_CRITICAL)));
        } while (Transfer.encryptsMore(state, available, produced < out.byteSize()));
        return encrypted(consumed < in.byteSize());
    }

    /** A failed connection has nothing but its alert to send. */
    private void refuseToEncrypt(boolean plaintext) throws TlsException {
        refusePanicked();
        if (closeNotifyQueued && failure == null && plaintext) {
            throw new IllegalStateException("close_notify was sent: plaintext cannot follow it");
        }
    }

    private TransferStatus encrypted(boolean inputLeft) throws TlsException {
        if (Transfer.result(state) != RustlsResult.OK) {
            throw fail(Transfer.result(state));
        }
        TlsException known = failure;
        if (known != null && inputLeft && produced == 0 && !Transfer.wantsWrite(state)) {
            // Its alert is out. Whoever has more to send would try for ever.
            throw known;
        }
        boolean plaintextLeft = inputLeft && known == null && !Transfer.handshaking(state);
        return Transfer.wantsWrite(state) || plaintextLeft
                ? TransferStatus.OUTPUT_FULL
                : TransferStatus.OK;
    }

    @Override
    public TransferStatus unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws TlsException {
        if (plaintext.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        long inStart = ciphertext.position();
        long outStart = plaintext.position();
        MemorySegment connection = begin();
        try {
            refusePanicked();
            boolean goOn;
            do {
                boolean upcalling = mayCallBack();
                state =
                        upcalling
                                ? UpcallingUnwrap.run(connection, ciphertext, plaintext)
                                : BufferTransfer.unwrap(connection, ciphertext, plaintext);
                consumed = ciphertext.position() - inStart;
                produced = plaintext.position() - outStart;
                if (failsNow(connection)) {
                    return TransferStatus.OK;
                }
                boolean inputLeft = ciphertext.hasRemaining();
                boolean room = plaintext.hasRemaining();
                goOn = upcalling && Transfer.decryptsMore(state, inputLeft, room);
            } while (goOn);
            return decrypted();
        } finally {
            handle.release();
        }
    }

    /** Native memory goes straight to native code, with no buffer made for it. */
    @Override
    public TransferStatus unwrap(MemorySegment ciphertext, MemorySegment plaintext)
            throws TlsException {
        if (!goesStraight(ciphertext) || !goesStraight(plaintext)) {
            return unwrap(bufferOf(ciphertext), bufferOf(plaintext));
        }
        if (plaintext.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        MemorySegment connection = begin();
        try {
            return decrypt(connection, ciphertext, plaintext);
        } finally {
            handle.release();
        }
    }

    private TransferStatus decrypt(MemorySegment connection, MemorySegment in, MemorySegment out)
            throws TlsException {
        refusePanicked();
        boolean goOn;
        do {
            long left = in.byteSize() - consumed;
            long room = out.byteSize() - produced;
            record(
                    mayCallBack()
                            ? UpcallingUnwrap.call(
                                    connection, in, consumed, left, out, produced, room)
                            : Transfer.unwrapWithoutUpcall(
                                    connection,
                                    in,
                                    consumed,
                                    Math.min(left, Transfer.MAX_CRITICAL),
                                    out,
                                    produced,
                                    Math.min(room, Transfer.MAX_CRITICAL)));
            if (failsNow(connection)) {
                return TransferStatus.OK;
            }
            boolean inputLeft = consumed < in.byteSize();
            boolean roomLeft = produced < out.byteSize();
            goOn = Transfer.decryptsMore(state, inputLeft, roomLeft);
        } while (goOn);
        return decrypted();
    }

    private static boolean goesStraight(MemorySegment segment) {
        return segment.isNative() && !segment.isMapped();
    }

    private MemorySegment begin() {
        MemorySegment connection = handle.acquireExclusively();
        consumed = 0;
        produced = 0;
        return connection;
    }

    private void refusePanicked() throws TlsException {
        if (failure instanceof EnginePanicException) {
            throw failure;
        }
    }

    private boolean mayCallBack() {
        return Transfer.handshaking(state) || logging;
    }

    /**
     * Takes up what a call has said.
     *
     * @return whether the connection has failed, but has plaintext to deliver first
     * @throws TlsException if it has failed and there is none
     */
    private boolean failsNow(MemorySegment connection) throws TlsException {
        peerClosed |= Transfer.peerClosed(state);
        if (Transfer.ocspResponse(state)) {
            ocspResponse =
                    NativeOutput.bytes(
                            (to, room) ->
                                    rustls4j_h.rustls4j_connection_take_ocsp_response(
                                            connection, to, room));
        }
        if (Transfer.result(state) == RustlsResult.OK) {
            return false;
        }
        TlsException failed = fail(Transfer.result(state));
        if (produced == 0) {
            throw failed;
        }
        return true;
    }

    private TransferStatus decrypted() {
        if (peerClosed) {
            return TransferStatus.CLOSED;
        }
        return Transfer.plaintextPending(state) ? TransferStatus.OUTPUT_FULL : TransferStatus.OK;
    }

    private void record(long packed) {
        state = packed;
        consumed += Transfer.consumed(packed);
        produced += Transfer.produced(packed);
    }

    /** A buffer is at most 2 GiB; what is beyond is left for the next call. */
    private static ByteBuffer bufferOf(MemorySegment segment) {
        return segment.byteSize() <= Integer.MAX_VALUE
                ? segment.asByteBuffer()
                : segment.asSlice(0, Integer.MAX_VALUE).asByteBuffer();
    }

    @Override
    public void endOfInput() throws TlsException {
        MemorySegment connection = handle.acquireExclusively();
        try {
            state = rustls4j_h.rustls4j_connection_end_of_input(connection);
            if (Transfer.result(state) != RustlsResult.OK) {
                throw fail(Transfer.result(state));
            }
        } finally {
            handle.release();
        }
    }

    /**
     * The first failure stays the connection's failure: native code reports it again at each call,
     * with less to say.
     */
    private TlsException fail(int result) {
        TlsException known = failure;
        if (known == null) {
            known = ResultCodes.connectionFailure(result);
            failure = known;
        }
        return known;
    }

    @Override
    public long bytesConsumed() {
        return consumed;
    }

    @Override
    public long bytesProduced() {
        return produced;
    }

    @Override
    public void sendCloseNotify() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            if (!closeNotifyQueued) {
                closeNotifyQueued = true;
                rustls4j_h.rustls4j_connection_send_close_notify(connection);
                state = rustls4j_h.rustls4j_connection_state(connection);
            }
        } finally {
            handle.release();
        }
    }

    @Override
    public void refreshTrafficKeys() throws TlsException {
        MemorySegment connection = handle.acquireExclusively();
        try {
            ResultCodes.check(rustls4j_h.rustls4j_connection_refresh_traffic_keys(connection));
            state = rustls4j_h.rustls4j_connection_state(connection);
        } finally {
            handle.release();
        }
    }

    /** There is nothing to limit: no more than a record is ever kept. */
    @Override
    public void setBufferLimit(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(
                    "a buffer limit of " + bytes + " bytes; 1 or more is wanted");
        }
        handle.acquireExclusively();
        handle.release();
    }

    @Override
    public boolean wantsRead() {
        return Transfer.wantsRead(state);
    }

    @Override
    public boolean wantsWrite() {
        return Transfer.wantsWrite(state);
    }

    @Override
    public boolean isHandshaking() {
        return Transfer.handshaking(state);
    }

    @Override
    public boolean peerHasClosed() {
        return peerClosed;
    }

    @Override
    public boolean isClient() {
        return client;
    }

    @Override
    public EngineKind engine() {
        return EngineKind.RUSTLS;
    }

    @Override
    public Optional<ProtocolVersion> protocolVersion() {
        return negotiated().protocolVersion();
    }

    @Override
    public Optional<CipherSuite> negotiatedCipherSuite() {
        return negotiated().cipherSuite();
    }

    @Override
    public Optional<NamedGroup> negotiatedKeyExchangeGroup() {
        return negotiated().group();
    }

    @Override
    public Optional<String> alpnProtocol() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            return negotiated(connection).alpn(connection);
        } finally {
            handle.release();
        }
    }

    @Override
    public Optional<HandshakeKind> handshakeKind() {
        return negotiated().handshakeKind();
    }

    @Override
    public List<CertificateDer> peerCertificates() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            return negotiated(connection).peerCertificates(connection);
        } finally {
            handle.release();
        }
    }

    @Override
    public Optional<byte[]> peerOcspResponse() {
        handle.acquireExclusively();
        try {
            byte[] response = ocspResponse;
            return response == null ? Optional.empty() : Optional.of(response.clone());
        } finally {
            handle.release();
        }
    }

    @Override
    public Optional<String> serverName() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            return client ? Optional.empty() : negotiated(connection).serverName(connection);
        } finally {
            handle.release();
        }
    }

    @Override
    public int tls13TicketsReceived() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            return rustls4j_h.rustls4j_connection_tickets_received(connection);
        } finally {
            handle.release();
        }
    }

    @Override
    public boolean fips() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            return rustls4j_h.rustls4j_connection_fips(connection);
        } finally {
            handle.release();
        }
    }

    private NegotiatedValues negotiated() {
        MemorySegment connection = handle.acquireExclusively();
        try {
            return negotiated(connection);
        } finally {
            handle.release();
        }
    }

    private NegotiatedValues negotiated(MemorySegment connection) {
        NegotiatedValues known = negotiated;
        if (known == null) {
            known = new NegotiatedValues(connection);
            negotiated = Transfer.handshaking(state) ? null : known;
        }
        return known;
    }

    @Override
    public void close() {
        handle.close();
    }

    /** Says which side and engine this is; nothing that was negotiated. */
    @Override
    public String toString() {
        return "RustlsConnection["
                + (client ? "client" : "server")
                + (handle.isClosed() ? ", closed]" : "]");
    }
}
