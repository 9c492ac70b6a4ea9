package io.rustls4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rustls4j server} in this process, on a free port. */
public final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LISTENING =
            Pattern.compile("listening on \\S+:(\\d+), engine (\\w+)");
    private static final Pattern AUTHORITY = Pattern.compile("--ca-file (\\S+)");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread thread;

    private RunningServer(List<String> args) {
        Streams streams =
                new Streams(InputStream.nullInputStream(), out, err, StandardCharsets.UTF_8);
        thread =
                Thread.ofPlatform()
                        .name("server-under-test")
                        .start(
                                () ->
                                        status.complete(
                                                CommandTree.of(streams)
                                                        .execute(args.toArray(new String[0]))));
    }

    public static RunningServer start(String... options) {
        List<String> args = new ArrayList<>(List.of("server", "0"));
        args.addAll(List.of(options));
        RunningServer server = new RunningServer(args);
        server.await(LISTENING);
        return server;
    }

    public int port() {
        return Integer.parseInt(await(LISTENING).group(1));
    }

    public String engine() {
        return await(LISTENING).group(2);
    }

    /** The name by which clients reach it. */
    public String localhost() {
        return "localhost:" + port();
    }

    public String byAddress() {
        return "127.0.0.1:" + port();
    }

    /** With {@code --demo-cert}. */
    public Path authorityFile() {
        return Path.of(await(AUTHORITY).group(1));
    }

    /** Waits for a line of the server's log. */
    public Matcher await(Pattern pattern) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Matcher matcher = pattern.matcher(output());
            if (matcher.find()) {
                return matcher;
            }
            assertThat(status)
                    .as("the server has ended; it said:\n%s%s", output(), errors())
                    .isNotDone();
            pause();
        }
        throw new AssertionError(
                "no " + pattern + " in the server's output:\n" + output() + errors());
    }

    public String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Ends it, and returns its exit status. */
    public int stop() {
        thread.interrupt();
        return status.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a test must not be interrupted", e);
        }
    }
}
