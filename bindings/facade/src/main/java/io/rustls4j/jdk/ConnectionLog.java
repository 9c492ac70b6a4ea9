package io.rustls4j.jdk;

import io.rustls4j.LogSink;
import java.util.Optional;

/**
 * Tells a {@link LogSink} the little that there is to tell: the JDK logs to its own place. What the
 * sink throws is logged and otherwise ignored.
 */
final class ConnectionLog {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");

    private final Optional<LogSink> sink;
    private boolean finished;
    private boolean failed;

    ConnectionLog(Optional<LogSink> sink) {
        this.sink = sink;
    }

    /** Looks whether the connection has come further since the last call. */
    void look(EngineDriver driver, NegotiatedSession session) {
        if (sink.isEmpty()) {
            return;
        }
        if (!finished && driver.isFinished()) {
            finished = true;
            tell(
                    System.Logger.Level.DEBUG,
                    "the handshake is done: "
                            + session.protocolVersion().orElseThrow()
                            + ", "
                            + driver.engine().getSession().getCipherSuite()
                            + ", "
                            + session.handshakeKind().orElseThrow());
        }
        if (!failed && driver.failure() != null) {
            failed = true;
            tell(System.Logger.Level.WARNING, "the connection failed: " + driver.failure());
        }
    }

    private void tell(System.Logger.Level level, String message) {
        try {
            sink.orElseThrow().log(level, message);
        } catch (Throwable e) {
            LOGGER.log(System.Logger.Level.WARNING, "a log sink failed", e);
        }
    }
}
