package io.rustls4j.cli.demo;

import io.rustls4j.cli.ByteCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The engines side by side. */
final class ComparisonTable {
    private static final int COLUMN = 26;

    private final List<EngineResult> results;
    private final long size;
    private final List<String> lines = new ArrayList<>();

    private ComparisonTable(List<EngineResult> results, long size) {
        this.results = results;
        this.size = size;
    }

    static List<String> of(List<EngineResult> results, long size) {
        ComparisonTable table = new ComparisonTable(results, size);
        table.fill();
        return List.copyOf(table.lines);
    }

    private void fill() {
        lines.add("@|bold " + cells("", EngineResult::title) + "|@");
        row("version", result -> result.first().version().map(Object::toString).orElse("unknown"));
        row(
                "cipher suite",
                result -> result.first().suite().map(Object::toString).orElse("unknown"));
        row("key exchange", result -> result.first().group().map(Object::toString).orElse("none"));
        row("ALPN", result -> result.first().alpn().orElse("none"));
        row("by name", result -> "verified, " + result.first().kindText());
        row("by name, again", result -> result.second().kindText());
        row("by IP address", result -> "verified, " + result.byAddress().kindText());
        row("wrong name", EngineResult::refusal);
        lines.add(
                "@|bold "
                        + cells("throughput", result -> ByteCount.perSecond(size, result.nanos()))
                        + "|@");
    }

    private void row(String name, Function<EngineResult, String> value) {
        lines.add(cells(name, value));
    }

    private String cells(String name, Function<EngineResult, String> value) {
        StringBuilder line = new StringBuilder(String.format("  %-16s ", name));
        results.forEach(
                result -> line.append(String.format("%-" + COLUMN + "s  ", value.apply(result))));
        return line.toString().stripTrailing();
    }
}
