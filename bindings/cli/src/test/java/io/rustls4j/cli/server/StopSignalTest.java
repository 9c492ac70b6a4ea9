package io.rustls4j.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rustls4j.cli.CommandTree;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.ExternalProgram;
import io.rustls4j.cli.Streams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server in a process of its own that is told to end. */
@Timeout(60)
class StopSignalTest {
    private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

    @ParameterizedTest
    @CsvSource({"TERM,143", "INT,130"})
    void connectionsGetACloseNotifyAndTheAuthoritysFileGoes(String signal, int status)
            throws Exception {
        Process server =
                new ProcessBuilder(
                                ExternalProgram.rustls4j(List.of(), "server", "0", "--demo-cert"))
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader log = server.inputReader(StandardCharsets.UTF_8)) {
            assumeThat(isIgnored(server, signal))
                    .as("SIG%s is ignored, as by all that a shell starts in the background", signal)
                    .isFalse();
            String authorityFile = find("--ca-file (\\S+)", log.readLine());
            String port = find("listening on 127\\.0\\.0\\.1:(\\d+),", log.readLine());

            assertThat(errorsOfClientThatGets(() -> kill(server, signal), port, authorityFile))
                    .as("what a client says that sees a clean end")
                    .isEmpty();
            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isEqualTo(status);
            assertThat(Path.of(authorityFile)).doesNotExist();
        } finally {
            server.destroyForcibly();
        }
    }

    /** A process may be started with signals ignored, and the JVM leaves it at that. */
    private static boolean isIgnored(Process process, String signal) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        long ignored =
                Long.parseUnsignedLong(
                        find("SigIgn:\\s*(\\p{XDigit}+)", Files.readString(status)), 16);
        return (ignored >> (NUMBERS.get(signal) - 1) & 1) != 0;
    }

    /** A client that keeps the connection open, and does something when the echo comes back. */
    private static String errorsOfClientThatGets(Runnable action, String port, String authorityFile)
            throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream input = new PipedInputStream(keyboard)) {
            keyboard.write('x');
            OutputStream atFirstByte =
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            action.run();
                        }
                    };
            Streams streams = new Streams(input, atFirstByte, err, StandardCharsets.UTF_8);
            int status =
                    CommandTree.of(streams)
                            .execute(
                                    "client",
                                    "localhost:" + port,
                                    "--ca-file",
                                    authorityFile,
                                    "--quiet");
            String errors = err.toString(StandardCharsets.UTF_8);
            assertThat(status).as(errors).isEqualTo(ExitStatus.SUCCESS);
            return errors;
        }
    }

    private static void kill(Process process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("kill cannot be run", e);
        }
    }

    private static String find(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern).matcher(String.valueOf(line));
        assertThat(matcher.find()).as("%s in %s", pattern, line).isTrue();
        return matcher.group(1);
    }
}
