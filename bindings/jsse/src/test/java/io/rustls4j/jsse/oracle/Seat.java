package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One side: an engine, and the bytes on their way to it. Every call that goes through here is held
 * to what {@link SSLEngine} promises, whoever made the engine.
 */
final class Seat {
    private static final Pattern RECEIVED = Pattern.compile("Received fatal alert: (\\w+)");
    private static final int ROOM = 1 << 16;

    private final String name;
    private final SSLEngine engine;
    private final ByteBuffer inbox = ByteBuffer.allocate(1 << 20).limit(0);
    private final List<Integer> plainAlerts = new ArrayList<>();
    private @Nullable Seat peer;
    private @Nullable SSLException failure;
    private @Nullable String finishedBy;

    Seat(String name, SSLEngine engine) {
        this.name = name;
        this.engine = engine;
    }

    void meet(Seat other) {
        peer = other;
    }

    SSLEngine engine() {
        return engine;
    }

    /** What the peer has sent and this side has not taken, ready to be read. */
    ByteBuffer inbox() {
        return inbox;
    }

    void deliver(ByteBuffer bytes) {
        inbox.compact();
        inbox.put(bytes);
        inbox.flip();
    }

    /** Does the next thing that the handshake status asks for; false if there is nothing to do. */
    boolean step() {
        try {
            return switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> send(ByteBuffer.allocate(0));
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> take();
            };
        } catch (SSLException e) {
            if (failure != null) {
                return false;
            }
            failure = e;
            return true;
        }
    }

    private boolean take() throws SSLException {
        if (!inbox.hasRemaining() || engine.isInboundDone()) {
            return false;
        }
        ByteBuffer plaintext = ByteBuffer.allocate(ROOM);
        SSLEngineResult result = unwrap(inbox, plaintext);
        assertThat(plaintext.position()).as("%s: plaintext in a handshake", name).isZero();
        return result.bytesConsumed() > 0
                || result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP;
    }

    boolean runTasks() {
        Runnable task = engine.getDelegatedTask();
        assertThat(task).as("%s: NEED_TASK and no task", name).isNotNull();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
        return true;
    }

    /** Wraps and hands the record to the peer. */
    boolean send(ByteBuffer plaintext) throws SSLException {
        ByteBuffer records = ByteBuffer.allocate(ROOM);
        SSLEngineResult result = wrap(plaintext, records);
        records.flip();
        noteAlert(records);
        if (peer != null) {
            peer.deliver(records);
        }
        return result.bytesProduced() > 0
                || result.getHandshakeStatus() != HandshakeStatus.NEED_WRAP;
    }

    SSLEngineResult wrap(ByteBuffer plaintext, ByteBuffer records) throws SSLException {
        return checked("wrap", plaintext, records, () -> engine.wrap(plaintext, records));
    }

    SSLEngineResult unwrap(ByteBuffer records, ByteBuffer plaintext) throws SSLException {
        return checked("unwrap", records, plaintext, () -> engine.unwrap(records, plaintext));
    }

    private interface Call {
        SSLEngineResult make() throws SSLException;
    }

    private SSLEngineResult checked(String call, ByteBuffer from, ByteBuffer to, Call made)
            throws SSLException {
        int taken = from.position();
        int given = to.position();
        SSLEngineResult result = made.make();
        assertThat(from.position() - taken)
                .as("%s: bytes consumed by %s", name, result)
                .isEqualTo(result.bytesConsumed());
        assertThat(to.position() - given)
                .as("%s: bytes produced by %s", name, result)
                .isEqualTo(result.bytesProduced());
        if (result.getStatus() == Status.BUFFER_OVERFLOW
                || result.getStatus() == Status.BUFFER_UNDERFLOW) {
            assertThat(result.bytesConsumed() + result.bytesProduced())
                    .as("%s: bytes lost by %s", name, result)
                    .isZero();
        }
        if (finishedBy == null && result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
            // The JDK says it again for every ticket that comes later.
            finishedBy = call;
        }
        HandshakeStatus next = engine.getHandshakeStatus();
        assertThat(next)
                .as("%s: a status that only results have", name)
                .isNotEqualTo(HandshakeStatus.FINISHED);
        assertThat(next)
                .as("%s: next after %s", name, result)
                .isEqualTo(
                        result.getHandshakeStatus() == HandshakeStatus.FINISHED
                                ? HandshakeStatus.NOT_HANDSHAKING
                                : result.getHandshakeStatus());
        return result;
    }

    private void noteAlert(ByteBuffer record) {
        if (record.remaining() == 7 && record.get(0) == 21) {
            plainAlerts.add((int) record.get(6));
        }
    }

    /** The call that reported the end of the handshake; null before. */
    @Nullable String finishedBy() {
        return finishedBy;
    }

    /** Another handshake on the same connection may finish. */
    void forgetFinished() {
        finishedBy = null;
    }

    /** The first exception out of wrap or unwrap in {@link #step}. */
    @Nullable SSLException failure() {
        return failure;
    }

    /** How the handshake ended here: by which call, or with which exception. */
    String ending() {
        SSLException thrown = failure;
        return thrown == null
                ? "finished by " + finishedBy
                : "finished by " + finishedBy + ", throws " + thrown.getClass().getSimpleName();
    }

    /** The alert that the peer sent, as the exception names it; "none" if it names none. */
    String receivedAlert() {
        SSLException thrown = failure;
        if (thrown == null || thrown.getMessage() == null) {
            return "none";
        }
        Matcher matcher = RECEIVED.matcher(thrown.getMessage());
        return matcher.find() ? matcher.group(1) : "none";
    }

    /** The unencrypted alerts that this side sent, by number. */
    List<Integer> plainAlerts() {
        return List.copyOf(plainAlerts);
    }
}
