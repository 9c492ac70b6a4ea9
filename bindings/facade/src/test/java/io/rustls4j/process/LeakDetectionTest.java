package io.rustls4j.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeakDetectionTest {
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    @Test
    void whatIsForgottenIsReportedWithThePlaceWhereItWasMade() {
        String output =
                JavaProcess.onClassPath(NATIVE_ACCESS, "-Drustls4j.leakDetection=true")
                        .run(LeakProgram.class)
                        .succeeded()
                        .output();

        assertThat(output.lines().filter(line -> line.contains("was never closed"))).hasSize(1);
        assertThat(output)
                .contains("a TlsConnection was never closed")
                .contains("LeakProgram.forget");
    }

    @Test
    void nothingIsReportedUnlessAskedFor() {
        String output =
                JavaProcess.onClassPath(NATIVE_ACCESS).run(LeakProgram.class).succeeded().output();

        assertThat(output).doesNotContain("never closed");
    }
}
