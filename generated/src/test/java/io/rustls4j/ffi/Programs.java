package io.rustls4j.ffi;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class Programs {

    private Programs() {}

    /** The first of these that the PATH has; where it has none, the test is skipped and says so. */
    static String find(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(path()).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> abort("not on the PATH: " + List.of(names)));
    }

    private static String[] path() {
        return System.getenv("PATH").split(File.pathSeparator);
    }
}
