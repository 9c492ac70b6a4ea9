package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Plays a scenario on the JDK's engines and on others, and compares what came of it. */
final class Oracle {
    private Oracle() {}

    static void compare(Setting setting, Scenario scenario) throws Exception {
        compare(setting, Cast.usual(), scenario);
    }

    static void compare(Setting setting, Cast cast, Scenario scenario) throws Exception {
        List<String> expected = play(setting.oracle(), cast, scenario);
        assertThat(expected).as("a scenario that observes nothing").isNotEmpty();
        List<String> actual = play(setting, cast, scenario);
        assertThat(differences(expected, actual)).as("where %s differs", setting).isEmpty();
    }

    private static List<String> differences(List<String> expected, List<String> actual) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "nothing";
            String got = i < actual.size() ? actual.get(i) : "nothing";
            if (!wanted.equals(got)) {
                differences.add("JDK: " + wanted + "\n     got: " + got);
            }
        }
        return differences;
    }

    private static List<String> play(Setting setting, Cast cast, Scenario scenario)
            throws Exception {
        Table table = new Table(setting, cast);
        scenario.play(table);
        return table.notes();
    }
}
