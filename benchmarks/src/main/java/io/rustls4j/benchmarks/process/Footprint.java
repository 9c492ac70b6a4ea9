package io.rustls4j.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process uses.
 *
 * @param heap bytes of live objects
 * @param resident bytes of memory that the kernel has given to the process, heap included
 */
record Footprint(long heap, long resident) {
    private static final int COLLECTIONS = 4;
    private static final long PAUSE_MILLIS = 200;
    private static final String RESIDENT = "VmRSS:";

    /** Collects garbage until cleaners and finalizers have had their turn, then looks. */
    static Footprint settled() throws IOException, InterruptedException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return new Footprint(memory.getHeapMemoryUsage().getUsed(), residentBytes());
    }

    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith(RESIDENT)) {
                String kilobytes = line.substring(RESIDENT.length()).replace("kB", "").strip();
                return Long.parseLong(kilobytes) * 1024;
            }
        }
        throw new IOException(status + " has no " + RESIDENT);
    }
}
