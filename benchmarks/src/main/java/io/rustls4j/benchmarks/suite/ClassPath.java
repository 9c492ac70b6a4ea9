package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.contestant.Contestants;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a contestant's JVMs run on. It is the same for all, but that netty-tcnative and what takes
 * its place have classes of the same names, so that only one of them can be there.
 */
public record ClassPath(String text) {
    private static final String REPLACED = "netty-tcnative-";

    /** Beside the directory of the other libraries, see the pom. */
    private static final String DROP_IN = "../drop-in";

    /** The class path for a contestant, by label. */
    public static ClassPath of(String contestant) throws IOException {
        String own = System.getProperty("java.class.path");
        return new ClassPath(
                contestant.equals(Contestants.DROP_IN.label()) ? withDropIn(own) : own);
    }

    private static String withDropIn(String own) throws IOException {
        Path libraries =
                entries(own)
                        .filter(ClassPath::isReplaced)
                        .findFirst()
                        .map(Path::getParent)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "netty-tcnative is not on the class path, so"
                                                        + " nothing can take its place"));
        Stream<Path> kept = entries(own).filter(entry -> !isReplaced(entry));
        try (Stream<Path> dropIn = Files.list(libraries.resolve(DROP_IN).normalize())) {
            return Stream.concat(kept, dropIn)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Stream<Path> entries(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1)).map(Path::of);
    }

    private static boolean isReplaced(Path entry) {
        return entry.getFileName() != null && entry.getFileName().toString().startsWith(REPLACED);
    }
}
