package io.rustls4j.ffi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "regenerate.sh is a shell script")
class RegenerateTest {

    private static final int CANNOT = 2;

    @Test
    void committedFilesAreWhatItWrites() throws Exception {
        Result result = run(System.getenv("PATH"), "check");
        assumeTrue(result.status != CANNOT, result.output);
        assertThat(result.status).as(result.output).isZero();
    }

    @Test
    void withoutJextractItSaysSo() throws Exception {
        assertThat(run("", "check"))
                .isEqualTo(
                        new Result(
                                CANNOT,
                                "regenerate.sh: jextract is not on the PATH: VERSION says which one to get\n"));
    }

    private record Result(int status, String output) {}

    private static Result run(String path, String mode) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Programs.find("sh"), "regenerate.sh", mode)
                        .redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
    }
}
