package io.rustls4j.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many samples ended in which frame.
 *
 * @param samples by frame
 * @param runtime samples of the JVM's own threads, which compile and collect
 */
record HotFrames(Map<String, Long> samples, long runtime) {
    /** Roots of stacks of the JVM's own threads. */
    private static final List<String> RUNTIME =
            List.of("CompileBroker::", "WorkerThread::run", "VMThread::run", "ConcurrentGCThread");

    private static final String OURS = "io/rustls4j/";
    private static final String BENCHMARKS = "io/rustls4j/benchmarks/";

    /**
     * Reads collapsed stacks: frames from the root to the leaf with semicolons between, a space,
     * and a number of samples.
     */
    static HotFrames read(Path file, Event event) throws IOException {
        Map<String, Long> samples = new HashMap<>();
        long runtime = 0;
        for (String line : Files.readAllLines(file)) {
            int space = line.lastIndexOf(' ');
            long count = Long.parseLong(line.substring(space + 1));
            String stack = line.substring(0, space);
            if (RUNTIME.stream().anyMatch(stack::contains)) {
                runtime += count;
            } else {
                samples.merge(frame(stack.split(";", -1), event), count, Long::sum);
            }
        }
        return new HotFrames(samples, runtime);
    }

    /** For the heap the leaf is a class; who made it says more than the class does. */
    private static String frame(String[] stack, Event event) {
        String leaf = readable(stack[stack.length - 1]);
        return event == Event.HEAP ? leaf + " in " + readable(nearest(stack)) : leaf;
    }

    private static String nearest(String[] stack) {
        for (int i = stack.length - 2; i >= 0; i--) {
            if (stack[i].startsWith(OURS) && !stack[i].startsWith(BENCHMARKS)) {
                return stack[i];
            }
        }
        return stack[Math.max(0, stack.length - 2)];
    }

    /** Without what a reader can do without: packages but the last, and marks of the profiler. */
    private static String readable(String frame) {
        if (frame.startsWith("/")) {
            return Path.of(frame).getFileName() + " (no symbols)";
        }
        return frame.replaceFirst("_\\[[a-z0-9]]$", "")
                .replaceFirst("^([a-z0-9_]+/)+(?=[a-z0-9_]+/)", "")
                .replace('/', '.');
    }

    /** The hottest as rows of a table: its share, and the frame. */
    List<String> rows(int most) {
        double total = samples.values().stream().mapToLong(Long::longValue).sum();
        return samples.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT,
                                        "%5.1f %%  %s",
                                        100 * entry.getValue() / total,
                                        entry.getKey()))
                .toList();
    }

    /** The share of the JVM's own threads. */
    double runtimeShare() {
        double own = samples.values().stream().mapToLong(Long::longValue).sum();
        return runtime == 0 ? 0 : runtime / (own + runtime);
    }
}
