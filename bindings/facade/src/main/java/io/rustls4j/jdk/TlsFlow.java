package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import io.rustls4j.TruncatedException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The two directions of a connection: what {@code wrap} and {@code unwrap} do, for buffers of any
 * size.
 */
final class TlsFlow {
    /** As much as rustls-ffi buffers by default. */
    private static final long DEFAULT_LIMIT = 64 * 1024;

    private final EngineDriver driver;
    private final HandshakeState state;
    private final RecordAssembler input = new RecordAssembler();
    private final ByteQueue plaintext = new ByteQueue();
    private @Nullable HelloCollector hello;
    private long limit = DEFAULT_LIMIT;
    private boolean ended;
    private boolean closeNotifySent;

    TlsFlow(EngineDriver driver, HandshakeState state, boolean client) {
        this.driver = driver;
        this.state = state;
        this.hello = client ? null : new HelloCollector();
    }

    TransferStatus unwrap(ByteBuffer from, ByteBuffer to) throws TlsException {
        int start = to.position();
        plaintext.moveTo(to);
        boolean handshaking = !driver.isFinished();
        while (wantsRead() && takeRecord(from, to)) {
            // Each turn takes one record. The caller is to see the handshake end before anything
            // else does, such as the connection by the peer's close_notify in the same bytes.
            if (handshaking && driver.isFinished()) {
                break;
            }
        }
        if (!plaintext.isEmpty()) {
            return TransferStatus.OUTPUT_FULL;
        }
        boolean delivered = to.position() > start;
        if (ended && driver.takesInput() && !from.hasRemaining()) {
            driver.fail(truncated());
        }
        TlsException failure = driver.failure();
        if (failure != null && !delivered) {
            throw failure;
        }
        return driver.isPeerClosed() ? TransferStatus.CLOSED : TransferStatus.OK;
    }

    TransferStatus wrap(ByteBuffer from, ByteBuffer to) throws TlsException {
        TlsException failure = driver.failure();
        if (failure != null) {
            if (from.hasRemaining() && driver.output().isEmpty()) {
                throw failure;
            }
            driver.output().moveTo(to);
            return outputStatus(false);
        }
        if (closeNotifySent && from.hasRemaining()) {
            throw new IllegalStateException("close_notify was sent: plaintext cannot follow it");
        }
        driver.output().moveTo(to);
        while (driver.isFinished()
                && driver.output().isEmpty()
                && from.hasRemaining()
                && to.hasRemaining()) {
            encrypt(from, to);
        }
        return outputStatus(driver.isFinished() && from.hasRemaining());
    }

    void endOfInput() {
        ended = true;
    }

    void sendCloseNotify() {
        if (!closeNotifySent) {
            closeNotifySent = true;
            driver.closeOutbound();
        }
    }

    void updateKeys() throws TlsException {
        if (closeNotifySent || driver.isPeerClosed()) {
            throw new ProtocolErrorException(
                    ProtocolErrorException.Kind.ENCRYPT_ERROR,
                    "the connection is closed in one direction at least; the JDK then changes no"
                            + " keys",
                    null,
                    null);
        }
        driver.updateKeys();
    }

    void limit(long bytes) {
        limit = bytes;
    }

    boolean wantsRead() {
        return driver.takesInput() && plaintext.isEmpty() && driver.output().size() < limit;
    }

    boolean hasDeliveredAll() {
        return driver.isPeerClosed() && plaintext.isEmpty();
    }

    void clear() {
        plaintext.clear();
        input.next();
        driver.output().clear();
    }

    private TransferStatus outputStatus(boolean plaintextLeft) {
        return plaintextLeft || !driver.output().isEmpty()
                ? TransferStatus.OUTPUT_FULL
                : TransferStatus.OK;
    }

    private void encrypt(ByteBuffer from, ByteBuffer to) throws TlsException {
        if (driver.engine().isOutboundDone()) {
            throw new ProtocolErrorException(
                    ProtocolErrorException.Kind.ENCRYPT_ERROR,
                    "the peer has sent close_notify; in TLS 1.2 the JDK answers with its own and"
                            + " sends no more data",
                    null,
                    null);
        }
        driver.encrypt(from, to);
    }

    private boolean takeRecord(ByteBuffer from, ByteBuffer to) {
        RecordAssembler.State assembled = input.fill(from);
        if (assembled == RecordAssembler.State.PARTIAL) {
            return false;
        }
        if (assembled == RecordAssembler.State.COMPLETE) {
            feed(input.record(), to);
        } else {
            state.refuse(HelloCollector.refusalOf(assembled));
            driver.feed(input.record(), to, plaintext);
        }
        input.next();
        return true;
    }

    private void feed(byte[] record, ByteBuffer to) {
        HelloCollector collector = hello;
        AlertDescription alert = collector == null ? null : Records.plainFatalAlert(record);
        if (alert != null) {
            driver.fail(new AlertReceivedException(alert));
            return;
        }
        if (collector != null && !collect(collector.add(record))) {
            return;
        }
        driver.feed(record, to, plaintext);
    }

    private boolean collect(HelloCollector.Result result) {
        switch (result) {
            case HelloCollector.Result.Partial _ -> {}
            case HelloCollector.Result.Complete complete -> {
                state.hello(complete.hello());
                hello = null;
            }
            case HelloCollector.Result.Wrong wrong -> {
                driver.refuseInTheClear(wrong.why());
                return false;
            }
        }
        return true;
    }

    private TruncatedException truncated() {
        return new TruncatedException(
                driver.isFinished()
                        ? "the transport ended without a close_notify"
                        : "the transport ended during the handshake");
    }
}
