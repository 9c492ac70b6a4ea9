package io.rustls4j.jsse.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.parameters.FreshJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contexts that are given no trust managers where the default trust store cannot be read. */
class DefaultTrustTest {
    @TempDir private Path directory;

    @Test
    void nobodyIsTrustedAndOneWarningSaysWhy() throws Exception {
        Path store = Files.writeString(directory.resolve("damaged"), "no key store at all");
        List<String> printed =
                FreshJvm.run(
                        UnreadableTrustStoreProgram.class,
                        List.of("-Djavax.net.ssl.trustStore=" + store));

        for (String provider : List.of("SunJSSE", "Rustls4j")) {
            assertThat(printed)
                    .contains(provider + " is initialized")
                    .anyMatch(line -> line.startsWith(provider + " trusts nobody"))
                    .anyMatch(line -> line.startsWith(provider + " has no default"));
        }
        assertThat(printed)
                .filteredOn(line -> line.startsWith("Rustls4j "))
                .filteredOn(line -> !line.endsWith("initialized"))
                .hasSize(2)
                .allMatch(line -> line.contains("KeyManagementException KeyStoreException"));
        assertThat(printed)
                .filteredOn(line -> line.contains("made without trust managers and trusts nobody"))
                .hasSize(1);
    }
}
