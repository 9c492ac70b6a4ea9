package io.rustls4j.benchmarks.process;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what this thread allocates on the heap between start and stop, to the byte. */
final class HeapMeter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long started;
    private long bytes;

    void start() {
        started = threads.getCurrentThreadAllocatedBytes();
    }

    void stop() {
        bytes += threads.getCurrentThreadAllocatedBytes() - started;
    }

    void reset() {
        bytes = 0;
    }

    long bytes() {
        return bytes;
    }
}
