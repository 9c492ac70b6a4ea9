package io.rustls4j.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All results of one machine.
 *
 * @param name what it is called on the page, and its charts' directory
 */
public record MachineResults(String name, Results results) {
    private static final String SUFFIX = ".json";

    /**
     * Reads a directory, which has the name of the machine and a file for each way of copying
     * memory.
     *
     * @throws IllegalArgumentException if there is no file, or files are of different machines
     */
    public static MachineResults read(Path directory) throws IOException {
        List<Path> files;
        try (var entries = Files.list(directory)) {
            files = entries.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no " + SUFFIX + " file in " + directory);
        }
        Results results = Results.read(files.getFirst());
        for (Path file : files.subList(1, files.size())) {
            results = results.and(Results.read(file));
        }
        return new MachineResults(directory.toRealPath().getFileName().toString(), results);
    }
}
