package io.rustls4j.tcnative.netty;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the drop-in warns of, until it is closed. */
final class WarningCollector extends Handler implements AutoCloseable {
    /** Kept, or it may be another one next time. */
    private static final Logger LOGGER = Logger.getLogger("io.rustls4j.tcnative");

    private final List<Throwable> causes = new CopyOnWriteArrayList<>();

    WarningCollector() {
        LOGGER.addHandler(this);
        LOGGER.setUseParentHandlers(false);
    }

    /** The exceptions of the warnings. */
    List<Throwable> causes() {
        return causes;
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().equals(Level.WARNING) && record.getThrown() != null) {
            causes.add(record.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.setUseParentHandlers(true);
        LOGGER.removeHandler(this);
    }
}
