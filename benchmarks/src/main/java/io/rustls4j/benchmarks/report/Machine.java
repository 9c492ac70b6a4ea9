package io.rustls4j.benchmarks.report;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.TlsEngines;
import io.rustls4j.benchmarks.suite.Subprocess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** Where and with what a run was made: everything that a reader needs to judge it, by name. */
public record Machine(Map<String, String> facts) {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final String DATE = "date";

    /** This machine, with the versions on this class path. */
    public static Machine here() throws IOException, InterruptedException {
        EngineReport rustls = TlsEngines.describe(EngineKind.RUSTLS);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(DATE, LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("processor", processor());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("C library", libc());
        facts.put(
                "JDK",
                System.getProperty("java.vendor.version", System.getProperty("java.vendor"))
                        + ", "
                        + Runtime.version());
        facts.put("rustls4j", rustls.version());
        facts.put("rustls", rustls.rustlsVersion().orElse("unknown"));
        Properties versions = versions();
        versions.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> facts.put(name, versions.getProperty(name)));
        return new Machine(facts);
    }

    /**
     * By name, what another has differently, but for the date; empty if numbers of both go
     * together.
     */
    public List<String> differences(Machine other) {
        return Stream.concat(facts.keySet().stream(), other.facts.keySet().stream())
                .distinct()
                .filter(name -> !name.equals(DATE))
                .filter(name -> !Objects.equals(facts.get(name), other.facts.get(name)))
                .toList();
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /** As the build knows them; most libraries cannot tell. */
    private static Properties versions() throws IOException {
        Properties versions = new Properties();
        try (InputStream file = Machine.class.getResourceAsStream("versions.properties")) {
            versions.load(Objects.requireNonNull(file, "versions.properties is missing"));
        }
        return versions;
    }

    private static String libc() throws IOException, InterruptedException {
        return String.join(" ", Subprocess.lines(List.of("getconf", "GNU_LIBC_VERSION")));
    }
}
