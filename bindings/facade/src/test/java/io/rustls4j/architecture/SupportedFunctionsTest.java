package io.rustls4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/supported.md complete and true. */
class SupportedFunctionsTest {
    private static final Path ROOT = Path.of(System.getProperty("rustls4j.root"));
    private static final Pattern ROW =
            Pattern.compile("^\\| `(rustls\\w+)` \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern C_FUNCTION =
            Pattern.compile("^[\\w \\*]*?\\b(rustls4?j?_\\w+)\\(", Pattern.MULTILINE);

    @Test
    void everyFunctionStandsThereOnce() throws IOException {
        List<String> rows = ROW.matcher(page()).results().map(row -> row.group(1)).toList();

        assertThat(rows).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(functions());
    }

    @Test
    void everyJavaNameExists() throws IOException {
        assertThat(JavaNames.unknownMembers(page())).isEmpty();
    }

    @Test
    void everyGapHasAReason() throws IOException {
        assertThat(ROW.matcher(page()).results().map(row -> row.group(2)))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .matches(
                                                t ->
                                                        t.contains("`")
                                                                || (t.startsWith("— ")
                                                                        && t.length() > 10),
                                                "names a way or a reason"));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/supported.md"));
    }

    private static List<String> functions() throws IOException {
        List<String> functions = new ArrayList<>();
        for (String header : List.of("rustls.h", "rustls4j.h")) {
            String text =
                    Files.readString(ROOT.resolve("native/include").resolve(header))
                            .replaceAll("(?s)/\\*.*?\\*/", "")
                            .replaceAll(
                                    "(?s)#if defined\\(DEFINE_(RING|FIPS|READ_BUF)\\).*?#endif", "")
                            .replaceAll("(?m)^typedef.*$|^ .*$|^#.*$", "");
            C_FUNCTION.matcher(text).results().map(found -> found.group(1)).forEach(functions::add);
        }
        return functions;
    }
}
