package io.rustls4j.tcnative.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where rustls cannot run, netty goes on without OpenSSL, and the user learns why and what to do:
 * from the log, since netty's {@code unavailabilityCause()} is always that no libnetty_tcnative was
 * found, and from whatever {@code Library.initialize()} throws.
 */
final class LoaderTest {
    private static final int OLDEST_JAVA = 22;

    /** From this release on native access can be denied. */
    private static final int DENIES_NATIVE_ACCESS = 24;

    @TempDir private Path directory;

    private Probe probe;

    @BeforeEach
    void compile() throws IOException {
        probe = new Probe(directory);
    }

    @Test
    void anOlderJavaIsToldWhichItNeeds() throws Exception {
        Optional<Jdk> old = Jdk.olderThan(OLDEST_JAVA);
        assumeTrue(
                old.isPresent(), "no Java older than " + OLDEST_JAVA + " was found to run this on");

        // Both with and without what this module depends on.
        for (List<String> classPath : List.of(Probe.classPath(), Probe.classPathWithoutRustls())) {
            assertUnavailable(
                    probe.run(old.get(), classPath),
                    "needs Java 22 or newer and this is Java " + oldName(old.get()));
        }
    }

    private static String oldName(Jdk jdk) {
        return jdk.version() == 8 ? "1.8" : String.valueOf(jdk.version());
    }

    @Test
    void theOtherEngineIsRefused() throws Exception {
        assertUnavailable(
                probe.run(Jdk.current(), Probe.classPath(), "-Drustls4j.engine=jdk"),
                "-Drustls4j.engine=jdk asks for another engine");
    }

    @Test
    void deniedNativeAccessIsSaid() throws Exception {
        assumeTrue(
                Runtime.version().feature() >= DENIES_NATIVE_ACCESS,
                "native access can be denied from Java " + DENIES_NATIVE_ACCESS + " on");

        assertUnavailable(
                probe.run(Jdk.current(), Probe.classPath(), "--illegal-native-access=deny"),
                "start java with --enable-native-access=");
    }

    @Test
    void aLibraryThatIsMissingIsSaid() throws Exception {
        assertUnavailable(
                probe.run(
                        Jdk.current(),
                        Probe.classPath(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Drustls4j.library=" + directory.resolve("nothing-is-here")),
                "nothing-is-here");
    }

    @Test
    void aMissingDependencyIsNamed() throws Exception {
        assertUnavailable(
                probe.run(Jdk.current(), Probe.classPathWithoutRustls()),
                "io.rustls4j:rustls4j, of the same version as rustls4j-netty-tcnative, has to be on"
                        + " the class path");
    }

    @Test
    void aJarThatWasShrunkIsNamed() throws Exception {
        assertUnavailable(
                probe.run(Jdk.current(), probe.shrunkClassPath()),
                "whatever shrinks jars here has to keep io.rustls4j.tcnative.**");
    }

    private static void assertUnavailable(Probe.Outcome outcome, String reason) {
        assertThat(outcome.available()).isFalse();
        assertThat(outcome.unavailabilityCause()).hasSize(1).doesNotContain("null");
        // The second caller is told the same as the first; the log is not told again.
        assertThat(outcome.initializations())
                .hasSize(2)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("java.lang.UnsatisfiedLinkError: ")
                                        .contains(reason));
        assertThat(outcome.warnings())
                .singleElement()
                .asString()
                .contains("netty's SslProvider.OPENSSL is unavailable: ")
                .contains(reason);
    }

    @Test
    void rustlsRunsWhereItCan() throws Exception {
        Probe.Outcome outcome =
                probe.run(Jdk.current(), Probe.classPath(), "--enable-native-access=ALL-UNNAMED");

        assertThat(outcome.available()).isTrue();
        assertThat(outcome.initializations()).containsExactly("true", "true");
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void asAModuleItBringsRustlsWithIt() throws Exception {
        Probe.Outcome outcome =
                probe.runWithModules(
                        "--enable-native-access=io.rustls4j,io.rustls4j.ffi,io.netty.tcnative.classes.openssl");

        assertThat(outcome.available()).isTrue();
        assertThat(outcome.initializations()).containsExactly("true", "true");
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void asAModuleItNeedsNativeAccessItself() throws Exception {
        assumeTrue(
                Runtime.version().feature() >= DENIES_NATIVE_ACCESS,
                "native access can be denied from Java " + DENIES_NATIVE_ACCESS + " on");

        assertUnavailable(
                probe.runWithModules(
                        "--illegal-native-access=deny",
                        "--enable-native-access=io.rustls4j,io.rustls4j.ffi,io.netty.common"),
                "start java with --enable-native-access=io.netty.tcnative.classes.openssl");
    }

    @Test
    void anotherImplementationOnTheClassPathIsSaidOnce() throws Exception {
        String original = System.getProperty("tcnative.original");
        List<String> classPath = new ArrayList<>(Probe.classPath());
        classPath.add(original);

        Probe.Outcome outcome =
                probe.run(Jdk.current(), classPath, "--enable-native-access=ALL-UNNAMED");

        assertThat(outcome.warnings())
                .singleElement()
                .asString()
                .contains("netty-tcnative more than once")
                .contains(original)
                .contains(Probe.thisModule())
                .contains("Exclude io.netty:netty-tcnative-classes");
    }
}
