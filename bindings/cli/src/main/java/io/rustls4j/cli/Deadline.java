package io.rustls4j.cli;

import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;

/**
 * Closes a channel that takes too long, which wakes whoever waits for it. Closing the deadline
 * calls it off.
 */
public final class Deadline implements AutoCloseable {
    private final Channel channel;
    private final Duration limit;
    private final Thread timer;
    private volatile boolean passed;

    private Deadline(Channel channel, Duration limit) {
        this.channel = channel;
        this.limit = limit;
        this.timer = Thread.ofVirtual().unstarted(this::await);
    }

    /**
     * Starts the clock.
     *
     * @param limit how long it may take
     * @param channel what is closed then
     * @return a deadline to be closed when the work is done
     */
    public static Deadline after(Duration limit, Channel channel) {
        Deadline deadline = new Deadline(channel, limit);
        deadline.timer.start();
        return deadline;
    }

    /**
     * Whether the time was up.
     *
     * @return true if the channel was closed by this
     */
    public boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        timer.interrupt();
    }

    private void await() {
        try {
            Thread.sleep(limit);
        } catch (InterruptedException e) {
            return;
        }
        passed = true;
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger("io.rustls4j.cli")
                    .log(System.Logger.Level.DEBUG, "closing after a deadline", e);
        }
    }
}
