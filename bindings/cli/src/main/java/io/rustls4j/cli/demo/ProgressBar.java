package io.rustls4j.cli.demo;

import io.rustls4j.cli.ByteCount;
import java.time.Duration;

/**
 * Shows how far a transfer is: a bar on a terminal, otherwise a line at each quarter. For one
 * thread.
 */
final class ProgressBar {
    private static final int WIDTH = 32;
    private static final long INTERVAL = Duration.ofMillis(50).toNanos();

    private final Terminal terminal;
    private final String label;
    private final long total;
    private final long start = System.nanoTime();
    private long drawn = start;
    private int quarter;

    ProgressBar(Terminal terminal, String label, long total) {
        this.terminal = terminal;
        this.label = label;
        this.total = total;
    }

    void update(long done) {
        if (terminal.live()) {
            long now = System.nanoTime();
            if (now - drawn > INTERVAL) {
                drawn = now;
                terminal.redraw(bar(done, now - start));
            }
        } else if (done * 4 / total > quarter && done < total) {
            quarter = (int) (done * 4 / total);
            terminal.println(line(quarter * 25 + "%"));
        }
    }

    /** Draws it full, and says how fast it went. */
    void finish(long nanos) {
        if (terminal.live()) {
            terminal.redraw(bar(total, nanos));
            terminal.println("");
        } else {
            terminal.println(line("100%, " + ByteCount.perSecond(total, nanos)));
        }
    }

    private String bar(long done, long nanos) {
        int filled = (int) (done * WIDTH / total);
        String full = terminal.blocks() ? "█" : "#";
        String empty = terminal.blocks() ? "░" : ".";
        return line(
                String.format(
                        "@|cyan %s|@%s %3d%%  %-12s",
                        full.repeat(filled),
                        empty.repeat(WIDTH - filled),
                        done * 100 / total,
                        ByteCount.perSecond(done, nanos)));
    }

    private String line(String text) {
        return String.format("  %-16s %s", label, text);
    }
}
