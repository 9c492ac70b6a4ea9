package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The records that TLS itself has to send, waiting for the caller's buffer. */
final class EngineOutput {
    private final ByteQueue waiting = new ByteQueue();
    private byte @Nullable [] heldAlert;

    void add(byte[] record) {
        releaseAlert();
        if (Records.plainFatalAlert(record) != null) {
            heldAlert = record;
        } else {
            waiting.add(record);
        }
    }

    /** Adds the end of a record of which the beginning is out already. */
    void addRest(ByteBuffer end) {
        if (end.hasRemaining()) {
            releaseAlert();
            waiting.add(end);
        }
    }

    /** The alert in the clear that was added last, if that was one: it can still be changed. */
    @Nullable AlertDescription plainAlert() {
        byte[] alert = heldAlert;
        return alert == null ? null : Records.plainFatalAlert(alert);
    }

    /** Says in the clear what rustls would say, where the JDK says something vaguer. */
    void setPlainAlert(AlertDescription description) {
        byte[] alert = heldAlert;
        if (alert != null) {
            Records.setPlainAlert(alert, description);
            releaseAlert();
        }
    }

    /** Drops what waits and says instead, in the clear, why this side gives up. */
    void replaceBy(AlertDescription description) {
        clear();
        byte[] alert = PlainAlert.fatal(description);
        waiting.add(alert);
    }

    void moveTo(ByteBuffer target) {
        releaseAlert();
        waiting.moveTo(target);
    }

    boolean isEmpty() {
        return waiting.isEmpty() && heldAlert == null;
    }

    int size() {
        return waiting.size();
    }

    void clear() {
        waiting.clear();
        heldAlert = null;
    }

    private void releaseAlert() {
        byte[] alert = heldAlert;
        if (alert != null) {
            heldAlert = null;
            waiting.add(alert);
        }
    }
}
