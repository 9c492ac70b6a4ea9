package io.rustls4j.jsse.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a program has grown while it did something many times.
 *
 * @param heap in KiB, after a collection
 * @param process resident, in KiB; with the heap there from the start it is native memory
 */
public record Growth(long heap, long process) {
    private static final int KIB = 1024;
    private static final Pattern PRINTED =
            Pattern.compile("heap (-?\\d+) KiB, process (-?\\d+) KiB");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Something that is done a number of times. */
    @FunctionalInterface
    public interface Work {
        void times(int count) throws Exception;
    }

    /** In the program: warms up, does it, and prints by how much it has grown. */
    public static void print(Work work, int warmUp, int count) throws Exception {
        work.times(warmUp);
        long heap = usedHeap();
        long process = resident();
        work.times(count);
        long heapAfter = usedHeap();
        System.out.printf("heap %d KiB, process %d KiB%n", heapAfter - heap, resident() - process);
    }

    /**
     * In the test: runs a program in a JVM of its own, whose heap is all there from the start and
     * whose large compiler, which takes and gives back megabytes at any time, is off.
     */
    public static Growth of(Class<?> program, int count) throws Exception {
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xms96m",
                                "-Xmx96m",
                                "-XX:+AlwaysPreTouch",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName(),
                                String.valueOf(count))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher printed = PRINTED.matcher(output);
        if (java.waitFor() != 0 || !printed.find()) {
            throw new AssertionError(program.getSimpleName() + " failed: " + output);
        }
        return new Growth(Long.parseLong(printed.group(1)), Long.parseLong(printed.group(2)));
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / KIB;
    }

    private static long resident() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/self/status")));
        if (!matcher.find()) {
            throw new AssertionError("no VmRSS in /proc/self/status");
        }
        return Long.parseLong(matcher.group(1));
    }
}
