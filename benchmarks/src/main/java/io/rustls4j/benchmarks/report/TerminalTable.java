package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Measurement;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A comparison on the terminal. */
public final class TerminalTable {
    private static final int BAR = 24;

    private TerminalTable() {}

    /** Prints it; bars are as long as the contestant is good. */
    public static void print(Comparison comparison, PrintStream out) {
        out.println();
        out.println(comparison.subject() + Numbers.mode(comparison));
        List<List<String>> rows = new ArrayList<>();
        rows.add(Column.ALL.stream().map(column -> column.title(comparison)).toList());
        for (Measurement measurement : comparison.measurements()) {
            rows.add(
                    Column.ALL.stream()
                            .map(column -> column.text().apply(comparison, measurement))
                            .toList());
        }
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < Column.ALL.size(); column++) {
                line.append(cell(rows, row, column)).append("  ");
            }
            if (row > 0) {
                line.append(bar(comparison, comparison.measurements().get(row - 1)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String cell(List<List<String>> rows, int row, int column) {
        int width = rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
        String text = rows.get(row).get(column);
        String padding = " ".repeat(width - text.length());
        return column == 0 ? text + padding : padding + text;
    }

    private static String bar(Comparison comparison, Measurement measurement) {
        double best = comparison.best();
        double share =
                comparison.subject().kind().moreIsBetter()
                        ? measurement.score() / best
                        : best / measurement.score();
        return "█".repeat(Math.clamp(Math.round(share * BAR), 0, BAR));
    }
}
