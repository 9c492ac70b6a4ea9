package io.rustls4j.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeployedAgainTest {
    @Test
    void aClassLoaderThatIsDoneIsForgotten() {
        assertForgotten("-Drustls4j.engine=rustls");
    }

    /** The operating system has a file only once in a process, whoever loads it. */
    @Test
    void theNextOneWorksWithTheSameLibrary() {
        assertForgotten("-Drustls4j.library=" + System.getProperty("rustls4j.faulty.library"));
    }

    private static void assertForgotten(String setting) {
        String output =
                JavaProcess.onClassPath("--enable-native-access=ALL-UNNAMED", setting)
                        .run(DeployingProgram.class)
                        .succeeded()
                        .output();

        assertThat(output).contains("ran 4 times, forgotten: ");
        // The last one's classes may still be on some list of the JVM's.
        assertThat(output).containsPattern("forgotten: [34]");
    }
}
