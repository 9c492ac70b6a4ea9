package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of results. */
public final class Page {
    private final StringBuilder text = new StringBuilder();
    private final Results results;

    private Page(Results results) {
        this.results = results;
    }

    /**
     * Writes a page with its charts beside it.
     *
     * @param directory where RESULTS.md goes; charts go into a directory there
     */
    public static void write(Results results, Path directory) throws IOException {
        Page page = new Page(results);
        page.head();
        page.targets();
        page.summary();
        page.charts(Chart.drawAll(results, directory.resolve("charts")));
        page.tables();
        Files.writeString(directory.resolve("RESULTS.md"), page.text);
    }

    private void head() {
        line("# Results");
        line("");
        line(
                "Made by `benchmarks/run`; do not edit. [README.md](README.md) says what is"
                        + " measured and how.");
        line("Only numbers in one table are comparable: all of its contestants do the same work.");
        line("");
        line("| | |");
        line("|---|---|");
        for (Map.Entry<String, String> fact : results.machine().facts().entrySet()) {
            line("| " + fact.getKey() + " | " + fact.getValue() + " |");
        }
        line("");
    }

    private void targets() {
        line("## Targets");
        line("");
        line("| target | wanted | measured | |");
        line("|---|---|---|---|");
        for (Target target : Target.ALL) {
            target.outcome(results).ifPresent(outcome -> line(row(outcome.cells())));
        }
        line("");
    }

    private void summary() {
        line("## How many times as good rustls4j is");
        line("");
        Summary.markdown(results).forEach(this::line);
        line("");
    }

    private void charts(List<Path> files) {
        line("## At a glance");
        line("");
        for (Path file : files) {
            line("![" + file.getFileName() + "](charts/" + file.getFileName() + ")");
        }
        line("");
    }

    private void tables() {
        line("## Everything");
        line("");
        line(
                "Numbers are medians over rounds in which all took turns, and so are the ratios in"
                        + " columns \"/ x\": how many times as good as x. ±: half of what lies"
                        + " between the best round and the worst. \"heap B/op\": bytes of Java heap allocated per operation.");
        for (Comparison comparison : Comparison.of(results.measurements())) {
            line("");
            line("### " + comparison.subject() + ", memcpy " + comparison.memcpy().label());
            line("");
            line(row(Column.ALL.stream().map(column -> column.title(comparison)).toList()));
            line("|---|" + "---:|".repeat(Column.ALL.size() - 1));
            for (Measurement measurement : comparison.measurements()) {
                line(
                        row(
                                Column.ALL.stream()
                                        .map(column -> column.text().apply(comparison, measurement))
                                        .toList()));
            }
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
