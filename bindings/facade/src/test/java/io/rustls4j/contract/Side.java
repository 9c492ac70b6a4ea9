package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.fail;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** One end of a connection in memory: what waits to be read by it, and what has come out of it. */
final class Side {
    private static final byte[] NOTHING = new byte[0];

    /**
     * No flight of any handshake, and no test's payload in the smallest buffers, takes as many
     * calls.
     */
    private static final int MAX_CALLS = 5_000_000;

    private final TlsConnection connection;
    private final BufferPlan plan;
    private final Lane out;
    private final Lane largeOut;
    private final Lane in;
    private final ByteQueue inbound = new ByteQueue();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private @Nullable TlsException failure;
    private boolean closedByPeer;

    Side(TlsConnection connection, BufferPlan plan) {
        this.connection = connection;
        this.plan = plan;
        this.largeOut = new Lane(plan.shape(), plan.plaintext(), BufferPlan.RECORD);
        this.out = new Lane(plan.shape(), plan.plaintext(), plan.ciphertext());
        this.in = new Lane(plan.shape(), plan.ciphertext(), plan.plaintext());
    }

    TlsConnection connection() {
        return connection;
    }

    /** What made this side fail, if it has. */
    @Nullable TlsException failure() {
        return failure;
    }

    /** Whether an {@code unwrap} has said that the peer closed. */
    boolean isClosedByPeer() {
        return closedByPeer;
    }

    /** All plaintext since the last call of this method. */
    byte[] takeReceived() {
        byte[] all = received.toByteArray();
        received.reset();
        return all;
    }

    /** Puts what came from the peer where the next {@link #read()} finds it. */
    void arrive(byte[] ciphertext) {
        inbound.add(ciphertext);
    }

    /** Everything that the connection has to send by itself. */
    byte[] flush() throws TlsException {
        return write(NOTHING);
    }

    /** Encrypts all of it, after what the connection has to send by itself. */
    byte[] write(byte[] plaintext) throws TlsException {
        int done = 0;
        for (int calls = 0; done < plaintext.length || connection.wantsWrite(); calls++) {
            Lane.Moved moved = wrapOnce(plaintext, done);
            done += moved.consumed();
            sent.writeBytes(moved.output());
            if (!moved.anything() || calls > MAX_CALLS) {
                fail(
                        "stuck: wrap moved nothing and said %s, with %s bytes to send, wantsWrite=%s, isHandshaking=%s",
                        moved.status(),
                        plaintext.length - done,
                        connection.wantsWrite(),
                        connection.isHandshaking());
            }
        }
        byte[] all = sent.toByteArray();
        sent.reset();
        return all;
    }

    /** Where the output is too small for a record, brings a larger one, as the API says. */
    private Lane.Moved wrapOnce(byte[] plaintext, int offset) throws TlsException {
        Lane.Moved moved = out.wrap(connection, plaintext, offset);
        boolean tooSmall = !moved.anything() && moved.status() == TransferStatus.OUTPUT_FULL;
        return tooSmall && plan.ciphertext() < BufferPlan.RECORD
                ? largeOut.wrap(connection, plaintext, offset)
                : moved;
    }

    /**
     * Decrypts what has arrived, until nothing moves any more: a failure after plaintext shows only
     * in the next call.
     *
     * @return whether anything moved
     */
    boolean read() {
        if (failure != null || inbound.isEmpty()) {
            return false;
        }
        int calls = 0;
        while (failure == null && readOnce()) {
            calls++;
            if (calls > MAX_CALLS) {
                fail("unwrap moves something for ever");
            }
        }
        return calls > 0;
    }

    /** Calls {@code unwrap} once, with whatever has arrived. */
    boolean readOnce() {
        try {
            Lane.Moved moved = in.unwrap(connection, inbound.array(), inbound.offset());
            inbound.skip(moved.consumed());
            received.writeBytes(moved.output());
            closedByPeer |= moved.status() == TransferStatus.CLOSED;
            return moved.anything();
        } catch (TlsException e) {
            failure = e;
            return true;
        }
    }

    /** The transport is at its end: what the connection makes of it. */
    void endOfInput() {
        try {
            connection.endOfInput();
        } catch (TlsException e) {
            failure = e;
        }
        if (failure == null) {
            readOnce();
        }
    }

    /** Whether the handshake has come to its end, for this side. */
    boolean isDone() {
        return failure == null && !connection.isHandshaking();
    }
}
