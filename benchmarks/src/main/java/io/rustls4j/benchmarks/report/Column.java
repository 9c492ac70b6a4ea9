package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Measurement;
import java.util.List;
import java.util.function.BiFunction;

/** A column of a comparison's table. */
record Column(String title, BiFunction<Comparison, Measurement, String> text) {
    private static final String NOTHING = "";

    /** The columns of every table. */
    static final List<Column> ALL =
            List.of(
                    new Column("contestant", (all, one) -> one.contestant()),
                    new Column("", (all, one) -> Numbers.of(one.score())),
                    new Column(
                            "±",
                            (all, one) ->
                                    one.spread() == null ? NOTHING : Numbers.of(one.spread())),
                    against("tcnative"),
                    against("sunjsse"),
                    against("rustls"),
                    new Column(
                            "heap B/op",
                            (all, one) ->
                                    one.allocated() == null
                                            ? NOTHING
                                            : Numbers.of(one.allocated())));

    private static Column against(String other) {
        return new Column(
                "/ " + other,
                (all, one) -> {
                    var ratio = all.ratio(one.contestant(), other);
                    return ratio.isPresent() ? Numbers.ratio(ratio.getAsDouble()) : NOTHING;
                });
    }

    /** The title, where the score's is the unit. */
    String title(Comparison comparison) {
        return title.isEmpty() ? comparison.subject().kind().unit() : title;
    }
}
