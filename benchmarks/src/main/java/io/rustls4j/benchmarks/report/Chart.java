package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Kind;
import io.rustls4j.benchmarks.suite.Measurement;
import io.rustls4j.benchmarks.suite.MemcpyMode;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** Bars, one group for each case, one bar for each contestant. */
final class Chart {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 460;

    /** A colour for each contestant, the same in every picture; ours stand out. */
    private static final Map<String, Color> COLOURS =
            Map.of(
                    "rustls", new Color(0x9e9e9e),
                    "rustls4j", new Color(0xd84315),
                    "rustls4j-jsse", new Color(0xff8a50),
                    "rustls4j-tcnative", new Color(0xffc107),
                    "tcnative", new Color(0x1565c0),
                    "conscrypt", new Color(0x4fa3e0),
                    "sunjsse", new Color(0x6a1b9a),
                    "rustls4j-jdk", new Color(0xb085c9),
                    "bouncycastle", new Color(0x558b2f));

    private Chart() {}

    /** Draws a picture for each kind that was measured, into files that it names. */
    static List<Path> drawAll(Results results, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> files = new ArrayList<>();
        List<Comparison> all =
                Comparison.of(results.measurements()).stream()
                        .filter(comparison -> comparison.memcpy() == MemcpyMode.DEFAULT)
                        .toList();
        for (Picture picture : Picture.ALL) {
            List<Comparison> shown = all.stream().filter(picture::shows).toList();
            if (!shown.isEmpty()) {
                Path file = directory.resolve(picture.name() + ".png");
                BitmapEncoder.saveBitmap(
                        chart(picture, shown), file.toString(), BitmapEncoder.BitmapFormat.PNG);
                files.add(file);
            }
        }
        return files;
    }

    private static CategoryChart chart(Picture picture, List<Comparison> comparisons) {
        Kind kind = comparisons.getFirst().subject().kind();
        CategoryChart chart =
                new CategoryChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(picture.title() + (kind.moreIsBetter() ? "" : " (less is better)"))
                        .yAxisTitle(kind.unit())
                        .build();
        chart.getStyler()
                .setAvailableSpaceFill(0.85)
                .setPlotGridVerticalLinesVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideE);
        List<String> groups = comparisons.stream().map(picture::label).toList();
        series(comparisons)
                .forEach(
                        (contestant, scores) ->
                                chart.addSeries(contestant, groups, scores)
                                        .setFillColor(
                                                COLOURS.getOrDefault(contestant, Color.BLACK)));
        return chart;
    }

    private static Map<String, List<Double>> series(List<Comparison> comparisons) {
        Set<String> contestants = new TreeSet<>();
        comparisons.forEach(
                comparison ->
                        comparison.measurements().stream()
                                .map(Measurement::contestant)
                                .forEach(contestants::add));
        Map<String, List<Double>> series = new LinkedHashMap<>();
        for (String contestant : contestants) {
            series.put(
                    contestant,
                    comparisons.stream()
                            .map(
                                    comparison ->
                                            comparison
                                                    .of(contestant)
                                                    .map(Measurement::score)
                                                    .orElse(0.0))
                            .toList());
        }
        return series;
    }
}
