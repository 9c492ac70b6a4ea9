package io.rustls4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java in the pages is a marked part of an example, to the letter, and so compiles and works. */
class SnippetsTest {
    private static final Path ROOT = Path.of(System.getProperty("rustls4j.root"));
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^ *```java\\n(.*?)\\n *```$");
    private static final Pattern REGION =
            Pattern.compile("(?ms)^ *// tag::([\\w-]+)\\[]\\n(.*?)\\n *// end::\\1\\[]$");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "examples/README.md", "docs"})
    void whatAPageShowsStandsInAnExample(String page) throws IOException {
        List<String> regions = regions();
        assertThat(pages(page).flatMap(SnippetsTest::snippets))
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(regions).contains(snippet));
    }

    @Test
    void everyMarkedPartIsShown() throws IOException {
        List<String> shown =
                Stream.of("README.md", "examples/README.md", "docs")
                        .flatMap(SnippetsTest::pages)
                        .flatMap(SnippetsTest::snippets)
                        .toList();
        assertThat(regions()).allSatisfy(region -> assertThat(shown).contains(region));
    }

    private static List<String> regions() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(
                            file ->
                                    REGION.matcher(text(file))
                                            .results()
                                            .map(found -> found.group(2).stripIndent()))
                    .toList();
        }
    }

    private static Stream<String> snippets(Path page) {
        return SNIPPET.matcher(text(page)).results().map(found -> found.group(1).stripIndent());
    }

    private static Stream<Path> pages(String name) {
        Path named = ROOT.resolve(name);
        try (Stream<Path> files = Files.walk(named)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
