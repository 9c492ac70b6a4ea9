package io.rustls4j.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeployedAgainTest {
    @Test
    void aClassLoaderThatIsDoneIsForgotten() {
        String output =
                JavaProcess.onClassPath("--enable-native-access=ALL-UNNAMED")
                        .run(DeployingProgram.class)
                        .succeeded()
                        .output();

        assertThat(output).contains("ran 4 times, forgotten: ");
        // The last one's classes may still be on some list of the JVM's.
        assertThat(output).containsPattern("forgotten: [34]");
    }
}
