package io.rustls4j.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The lists that jextract was given name what it bound. */
class SymbolListTest {

    @Test
    void listsNameWhatIsBound() throws IOException {
        List<String> listed = new ArrayList<>(lines("rustls"));
        listed.addAll(lines("rustls4j"));
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(bound());
    }

    @Test
    void eachHeaderHasItsOwnList() throws IOException {
        assertThat(lines("rustls")).allMatch(line -> line.matches("--include-\\w+ (?i)rustls_.*"));
        assertThat(lines("rustls4j"))
                .allMatch(line -> line.matches("--include-\\w+ (?i)rustls4j_.*"));
    }

    private static List<String> lines(String header) throws IOException {
        return Files.readAllLines(Path.of("symbols", header + ".txt"));
    }

    private static Set<String> bound() {
        Set<String> bound = new TreeSet<>();
        add(bound, "constant", Bindings.constantNames());
        add(bound, "function", Bindings.functionNames());
        add(bound, "struct", Bindings.structs().keySet());
        add(bound, "typedef", Bindings.callbacks().keySet());
        add(bound, "typedef", Bindings.aliases().keySet());
        add(bound, "var", Bindings.variableNames());
        // A pointer to a function without a typedef comes with the function that takes it.
        bound.removeIf(line -> line.contains("$"));
        return bound;
    }

    private static void add(Set<String> bound, String kind, Set<String> names) {
        names.forEach(name -> bound.add("--include-" + kind + " " + name));
    }
}
