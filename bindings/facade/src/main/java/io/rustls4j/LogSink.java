package io.rustls4j;

/**
 * Receives what rustls has to say about a connection ({@code rustls4j_connection_set_log}), as far
 * as it says it while it receives: what a {@link TlsConnection#wrap wrap} would say is dropped.
 * Must be thread-safe. What it throws is logged and otherwise ignored. With a sink every record
 * that is received takes a slower path, so it is for finding faults.
 */
@FunctionalInterface
public interface LogSink {
    /**
     * One line.
     *
     * @param level how important it is
     * @param message what rustls says; no secrets
     */
    void log(System.Logger.Level level, String message);
}
