package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.TlsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns an exception of the JDK's engine into the one that the connection throws. */
final class EngineFailure {
    private static final String CLOSED_IN_HANDSHAKE = "Received close_notify during handshake";

    private EngineFailure() {}

    /** The JDK takes that for a failure; in rustls it is the end of the input and nothing else. */
    static boolean isCloseInHandshake(Exception thrown) {
        return String.valueOf(thrown.getMessage()).contains(CLOSED_IN_HANDSHAKE);
    }

    /**
     * Explains a failure, and sets the alert right that goes out for it, as long as that is in the
     * clear.
     *
     * @param thrown what the engine has thrown
     * @param ours why this side gave up, if that was decided in one of its own callbacks
     * @param output what goes out to the peer
     * @param said whether the engine has sent anything since
     */
    static TlsException of(
            Exception thrown, @Nullable Refusal ours, EngineOutput output, boolean said) {
        Optional<AlertDescription> received = JdkAlerts.received(thrown);
        if (ours == null && received.isPresent()) {
            return new AlertReceivedException(received.get());
        }
        AlertDescription plain = output.plainAlert();
        AlertDescription jdkAlert = plain != null ? plain : JdkAlerts.sent(thrown);
        Refusal refusal = ours != null ? ours : Diagnosis.of(thrown, jdkAlert);
        if (plain != null) {
            output.setPlainAlert(refusal.alert());
            return refusal.toException(refusal.alert());
        }
        return refusal.toException(said ? jdkAlert : null);
    }
}
