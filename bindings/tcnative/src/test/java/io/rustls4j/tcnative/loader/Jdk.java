package io.rustls4j.tcnative.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java on this machine.
 *
 * @param home its directory
 * @param version its feature release
 */
record Jdk(Path home, int version) {
    /** The one of this JVM. */
    static Jdk current() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** One that is too old for rustls: perhaps the one that Maven runs on. */
    static Optional<Jdk> olderThan(int version) throws IOException {
        List<Path> homes = new ArrayList<>();
        homes.add(Path.of(System.getProperty("maven.java.home", "")));
        homes.add(Path.of(System.getenv().getOrDefault("JAVA_HOME", "")));
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> inUsual = Files.list(usual)) {
                inUsual.sorted().forEach(homes::add);
            }
        }
        for (Path home : homes) {
            Optional<Jdk> jdk = at(home).filter(found -> found.version < version);
            if (jdk.isPresent()) {
                return jdk;
            }
        }
        return Optional.empty();
    }

    private static Optional<Jdk> at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(new Jdk(home, Runtime.Version.parse(modern(version)).feature()));
    }

    /** 1.8.0_412 is 8. */
    private static String modern(String version) {
        return version.startsWith("1.") ? version.substring(2, 3) : version;
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }
}
