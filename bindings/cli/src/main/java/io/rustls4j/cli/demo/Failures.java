package io.rustls4j.cli.demo;

import io.rustls4j.cli.server.ConnectionLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what fails on the server's side, to be shown beside the client's. */
final class Failures implements ConnectionLog {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();

    @Override
    public void ended(Event event) {
        event.failure().ifPresent(failures::add);
    }

    @Override
    public void note(String message) {
        failures.add(new IllegalStateException(message));
    }

    /** The next failure, which may still be on its way. */
    Optional<Exception> next() throws InterruptedException {
        return Optional.ofNullable(failures.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }
}
