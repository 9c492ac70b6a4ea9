package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.process.JavaProcess;
import org.junit.jupiter.api.Test;

class DeepStackTest {
    /** What overflows between native code and the Java code that catches it ends the JVM. */
    @Test
    void noCallbackIsMadeThatWouldOverflow() {
        String output =
                JavaProcess.onClassPath("--enable-native-access=ALL-UNNAMED")
                        .run(DeepStackProgram.class)
                        .succeeded()
                        .output();

        assertThat(output.lines())
                .anyMatch(line -> line.startsWith("CONNECTED "))
                .anyMatch(line -> line.startsWith("NO_STACK_FOR_A_CALLBACK "))
                .anyMatch(line -> line.startsWith("OVERFLOW "))
                .noneMatch(line -> line.startsWith("OTHER "))
                .contains("afterwards CONNECTED");
    }
}
