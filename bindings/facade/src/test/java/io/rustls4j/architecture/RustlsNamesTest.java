package io.rustls4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/rustls-users.md true. */
class RustlsNamesTest {
    private static final Path ROOT = Path.of(System.getProperty("rustls4j.root"));
    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| (?:[^|]* )?\\|$", Pattern.MULTILINE);
    private static final Pattern C_NAME = Pattern.compile("`(rustls_\\w+)`");

    @Test
    void everyLineOfATableIsRead() throws IOException {
        long lines = page().lines().filter(line -> line.startsWith("|")).count();
        long rows = rows().size();
        long rulers = page().lines().filter(line -> line.equals("|---|---|---|---|")).count();
        assertThat(rulers).isPositive();
        assertThat(rows + rulers).isEqualTo(lines);
    }

    @Test
    void everyJavaNameExists() throws IOException {
        assertThat(JavaNames.unknownMembers(page())).isEmpty();
        assertThat(rows())
                .allSatisfy(row -> assertThat(JavaNames.unknownTypes(row.group(3))).isEmpty());
    }

    @Test
    void everyCNameExists() throws IOException {
        String header = Files.readString(ROOT.resolve("native/include/rustls.h"));
        assertThat(
                        rows().stream()
                                .flatMap(row -> C_NAME.matcher(row.group(2)).results())
                                .map(name -> name.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(header).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void whatIsAbsentHasAReason() throws IOException {
        assertThat(rows())
                .allSatisfy(
                        row -> {
                            if (row.group(3).equals("—")) {
                                assertThat(row.group()).doesNotEndWith("| — | |");
                            } else if (!row.group(3).equals("the default")) {
                                assertThat(row.group(3))
                                        .matches(
                                                text ->
                                                        text.equals("rustls4j")
                                                                || JavaNames.hasAny(text),
                                                "names something");
                            }
                        });
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(page()).results().toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/rustls-users.md"));
    }
}
