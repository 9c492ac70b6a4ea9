package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of results. */
public final class Page {
    private static final String CHARTS = "charts";

    private final StringBuilder text = new StringBuilder();
    private final List<MachineResults> machines;

    private Page(List<MachineResults> machines) {
        this.machines = List.copyOf(machines);
    }

    /**
     * Writes a page with its charts beside it.
     *
     * @param directory where RESULTS.md goes; charts go into a directory there, by machine
     */
    public static void write(List<MachineResults> machines, Path directory) throws IOException {
        Page page = new Page(machines);
        page.head();
        page.targets();
        for (MachineResults machine : machines) {
            page.line("## " + machine.name());
            page.line("");
            page.summary(machine.results());
            page.charts(
                    Chart.drawAll(
                            machine.results(), directory.resolve(CHARTS).resolve(machine.name())),
                    machine.name());
            page.tables(machine.results());
        }
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
        titles(List.of(""));
        machines.stream()
                .flatMap(machine -> machine.results().machine().facts().keySet().stream())
                .distinct()
                .forEach(this::fact);
        line("");
    }

    /** What all machines say to it. */
    private void fact(String name) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (MachineResults machine : machines) {
            cells.add(machine.results().machine().facts().getOrDefault(name, ""));
        }
        line(row(cells));
    }

    private void targets() {
        line("## Targets");
        line("");
        titles(List.of("target", "wanted"));
        for (Target target : Target.ALL) {
            target(target);
        }
        line("");
    }

    /** What has come of it, wherever it was measured. */
    private void target(Target target) {
        List<Optional<Target.Outcome>> outcomes =
                machines.stream().map(machine -> target.outcome(machine.results())).toList();
        outcomes.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(
                        any -> {
                            List<String> cells = new ArrayList<>(List.of(any.what(), any.wanted()));
                            outcomes.forEach(
                                    one -> cells.add(one.map(Target.Outcome::text).orElse("")));
                            line(row(cells));
                        });
    }

    /** The head of a table with a column for each machine. */
    private void titles(List<String> first) {
        List<String> titles = new ArrayList<>(first);
        machines.forEach(machine -> titles.add(machine.name()));
        line(row(titles));
        line("|" + "---|".repeat(titles.size()));
    }

    private void summary(Results results) {
        line("### How many times as good rustls4j is");
        line("");
        Summary.markdown(results).forEach(this::line);
        line("");
    }

    private void charts(List<Path> files, String machine) {
        line("### At a glance");
        line("");
        for (Path file : files) {
            String name = file.getFileName().toString();
            line("![" + name + "](" + String.join("/", CHARTS, machine, name) + ")");
        }
        line("");
    }

    private void tables(Results results) {
        line("### Everything");
        line("");
        line(
                "Numbers are medians over rounds in which all took turns, and so are the ratios in"
                        + " columns \"/ x\": how many times as good as x. ±: half of what lies"
                        + " between the best round and the worst. \"heap B/op\": bytes of Java heap"
                        + " allocated per operation.");
        for (Comparison comparison : Comparison.of(results.measurements())) {
            line("");
            line("#### " + comparison.subject() + ", memcpy " + comparison.memcpy().label());
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
        line("");
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
