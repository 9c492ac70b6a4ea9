package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Measurement;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row for each case: our number, and how many times as good it is as the others'. */
public final class Summary {
    private static final List<String> OURS = List.of(Target.ENGINE, Target.FACADE, Target.DROP_IN);
    private static final List<String> OTHERS =
            List.of("tcnative", "conscrypt", "sunjsse", "bouncycastle", "rustls");

    private Summary() {}

    /** Prints it, and then what the targets have come to. */
    public static void print(Results results, PrintStream out) {
        out.println();
        out.println("How many times as good rustls4j is");
        print(rows(results), out);
        List<List<String>> targets = targets(results);
        if (targets.size() > 1) {
            out.println();
            out.println("Targets");
            print(targets, out);
        }
    }

    /** The rows, the first of which has the titles. */
    static List<List<String>> rows(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                Stream.concat(
                                Stream.of("case", "ours", "", "unit"),
                                OTHERS.stream().map(other -> "/ " + other))
                        .toList());
        for (Comparison comparison : Comparison.of(results.measurements())) {
            for (String own : OURS) {
                comparison.of(own).map(one -> row(comparison, one)).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private static List<String> row(Comparison comparison, Measurement own) {
        List<String> row = new ArrayList<>();
        row.add(comparison.subject() + Numbers.mode(comparison));
        row.add(own.contestant());
        row.add(Numbers.of(own.score()));
        row.add(comparison.subject().kind().unit());
        for (String other : OTHERS) {
            OptionalDouble ratio = comparison.ratio(own.contestant(), other);
            row.add(ratio.isPresent() ? Numbers.ratio(ratio.getAsDouble()) : "");
        }
        return row;
    }

    private static List<List<String>> targets(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("target", "wanted", "measured", "met"));
        Target.ALL.stream()
                .map(target -> target.outcome(results))
                .flatMap(Optional::stream)
                .map(Target.Outcome::cells)
                .forEach(rows::add);
        return rows;
    }

    private static void print(List<List<String>> rows, PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < row.size(); column++) {
                int width = width(rows, column);
                String cell = row.get(column);
                String padding = " ".repeat(width - cell.length());
                line.append(column < 2 ? cell + padding : padding + cell).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** The same as a table of Markdown. */
    static List<String> markdown(Results results) {
        List<List<String>> rows = rows(results);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row)));
        lines.add(1, "|---|---|" + "---:|".repeat(rows.getFirst().size() - 2));
        return lines;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
