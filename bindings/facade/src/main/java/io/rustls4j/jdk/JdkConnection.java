package io.rustls4j.jdk;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A connection on the JDK's own TLS.
 *
 * <p>Whatever the application's callbacks throw, even an {@link Error}, fails the connection and is
 * the cause of what it throws. An error of the JDK itself, such as a lack of memory, is passed on
 * as it is, and the connection is dead.
 *
 * <p>Where the JDK cannot do what rustls does: in TLS 1.2 nothing can be sent any more once the
 * peer has sent close_notify; and {@link TlsException#alertSent()} may tell another alert than the
 * one that rustls sends, since in TLS 1.3 only the JDK can encrypt one.
 */
public final class JdkConnection implements TlsConnection {
    private static final long MAX_BUFFER = Integer.MAX_VALUE;

    private final boolean client;
    private final HandshakeState state;
    private final EngineDriver driver;
    private final TlsFlow flow;
    private final NegotiatedSession session;
    private final ConnectionLog log;
    private final CallGuard guard;
    private long consumed;
    private long produced;
    private boolean wantsRead;
    private boolean wantsWrite;
    private boolean handshaking;
    private boolean peerClosed;

    JdkConnection(EngineDriver driver, HandshakeState state, boolean client, ConnectionLog log) {
        this.client = client;
        this.state = state;
        this.driver = driver;
        this.flow = new TlsFlow(driver, state, client);
        this.session = new NegotiatedSession(driver, state);
        this.log = log;
        this.guard = new CallGuard("TlsConnection", flow::clear);
        driver.start();
        look();
    }

    @Override
    public TransferStatus wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws TlsException {
        return transfer(flow::wrap, plaintext, ciphertext);
    }

    @Override
    public TransferStatus unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws TlsException {
        return transfer(flow::unwrap, ciphertext, plaintext);
    }

    @Override
    public TransferStatus wrap(MemorySegment plaintext, MemorySegment ciphertext)
            throws TlsException {
        return transfer(flow::wrap, plaintext, ciphertext);
    }

    @Override
    public TransferStatus unwrap(MemorySegment ciphertext, MemorySegment plaintext)
            throws TlsException {
        return transfer(flow::unwrap, ciphertext, plaintext);
    }

    /** One of the two directions. */
    @FunctionalInterface
    private interface Transfer {
        TransferStatus move(ByteBuffer from, ByteBuffer to) throws TlsException;
    }

    private TransferStatus transfer(Transfer transfer, ByteBuffer from, ByteBuffer to)
            throws TlsException {
        if (to.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        guard.enter();
        int fromStart = from.position();
        int toStart = to.position();
        try {
            return transfer.move(from, to);
        } finally {
            consumed = (long) from.position() - fromStart;
            produced = (long) to.position() - toStart;
            leave();
        }
    }

    /**
     * A segment may be larger than a buffer can be: then as much is moved as one buffer takes,
     * again and again.
     */
    private TransferStatus transfer(Transfer transfer, MemorySegment from, MemorySegment to)
            throws TlsException {
        if (to.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        guard.enter();
        consumed = 0;
        produced = 0;
        try {
            while (true) {
                ByteBuffer input = part(from, consumed);
                ByteBuffer output = part(to, produced);
                TransferStatus status = move(transfer, input, output);
                boolean moved = input.position() > 0 || output.position() > 0;
                boolean moreInput = consumed < from.byteSize() && !input.hasRemaining();
                boolean moreOutput = produced < to.byteSize() && !output.hasRemaining();
                if (!moved || !(moreInput || moreOutput)) {
                    return status;
                }
            }
        } finally {
            leave();
        }
    }

    private TransferStatus move(Transfer transfer, ByteBuffer input, ByteBuffer output)
            throws TlsException {
        try {
            return transfer.move(input, output);
        } finally {
            consumed += input.position();
            produced += output.position();
        }
    }

    private static ByteBuffer part(MemorySegment segment, long from) {
        return segment.asSlice(from, Math.min(MAX_BUFFER, segment.byteSize() - from))
                .asByteBuffer();
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
    public void endOfInput() throws TlsException {
        guard.enter();
        try {
            flow.endOfInput();
        } finally {
            leave();
        }
    }

    @Override
    public void sendCloseNotify() {
        guard.enter();
        try {
            flow.sendCloseNotify();
        } finally {
            leave();
        }
    }

    @Override
    public void refreshTrafficKeys() throws TlsException {
        guard.enter();
        try {
            TlsException failure = driver.failure();
            if (failure != null) {
                throw failure;
            }
            if (!session.protocolVersion().equals(Optional.of(ProtocolVersion.TLSV1_3))) {
                throw new ProtocolErrorException(
                        ProtocolErrorException.Kind.HANDSHAKE_NOT_COMPLETE,
                        "keys can be changed in TLS 1.3 only, and once the handshake is done",
                        null,
                        null);
            }
            flow.updateKeys();
        } finally {
            leave();
        }
    }

    @Override
    public void setBufferLimit(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(
                    "a buffer limit of " + bytes + " bytes; 1 or more is wanted");
        }
        guard.enter();
        try {
            flow.limit(bytes);
        } finally {
            leave();
        }
    }

    @Override
    public boolean wantsRead() {
        return wantsRead;
    }

    @Override
    public boolean wantsWrite() {
        return wantsWrite;
    }

    @Override
    public boolean isHandshaking() {
        return handshaking;
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
        return EngineKind.JDK;
    }

    @Override
    public Optional<ProtocolVersion> protocolVersion() {
        return query(session::protocolVersion);
    }

    @Override
    public Optional<CipherSuite> negotiatedCipherSuite() {
        return query(session::cipherSuite);
    }

    @Override
    public Optional<NamedGroup> negotiatedKeyExchangeGroup() {
        return query(session::keyExchangeGroup);
    }

    @Override
    public Optional<String> alpnProtocol() {
        return query(session::alpnProtocol);
    }

    @Override
    public Optional<HandshakeKind> handshakeKind() {
        return query(session::handshakeKind);
    }

    @Override
    public List<CertificateDer> peerCertificates() {
        return query(session::peerCertificates);
    }

    @Override
    public Optional<byte[]> peerOcspResponse() {
        return query(() -> state.ocspResponse().map(byte[]::clone));
    }

    @Override
    public Optional<String> serverName() {
        return query(
                () ->
                        Optional.ofNullable(state.hello())
                                .flatMap(hello -> hello.hello().serverName()));
    }

    @Override
    public int tls13TicketsReceived() {
        return query(() -> 0);
    }

    @Override
    public boolean fips() {
        return query(() -> false);
    }

    @Override
    public void close() {
        guard.close();
    }

    private <T> T query(Supplier<T> question) {
        guard.enter();
        try {
            return question.get();
        } finally {
            guard.exit();
        }
    }

    private void leave() {
        log.look(driver, session);
        look();
        guard.exit();
    }

    private void look() {
        wantsRead = flow.wantsRead();
        wantsWrite = !driver.output().isEmpty();
        handshaking = !driver.isFinished();
        peerClosed = flow.hasDeliveredAll();
    }
}
