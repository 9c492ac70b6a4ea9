package io.rustls4j.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Another program, from its start until it is stopped, with all that it prints. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Thread reader;
    private final StringBuilder output = new StringBuilder();

    private Program(Process process) {
        this.process = process;
        this.reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("output of " + process.pid())
                        .start(this::collect);
    }

    /** Starts a program; what it prints as errors is part of its output. */
    public static Program start(List<String> command) throws IOException {
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /**
     * Skips the test if the program is not installed; fails it where the environment says {@code
     * CI=true}.
     */
    static void require(String name) {
        require(name, "true".equals(System.getenv("CI")));
    }

    static void require(String name, boolean mustBeThere) {
        boolean found = locate(name).isPresent();
        if (!found && mustBeThere) {
            Assertions.fail(name + " is not installed, and CI=true: install it");
        }
        Assumptions.assumeTrue(found, name + " is not installed: this peer is not tried");
    }

    /** Where a program is that {@link #require} has found. */
    static String find(String name) {
        return locate(name).orElseThrow().toString();
    }

    /** Servers are often where only an administrator looks for programs. */
    private static Optional<Path> locate(String name) {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A port on loopback that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, Loopback.ADDRESS)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it listens on a port. */
    void awaitPort(int port) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (SocketChannel channel =
                    SocketChannel.open(new InetSocketAddress(Loopback.ADDRESS, port))) {
                if (channel.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                sleep();
            }
        }
        throw new AssertionError("nobody listens on port " + port + ": " + this);
    }

    /** Waits until it has printed something. */
    void awaitOutput(String expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains(expected)) {
            if (System.nanoTime() > deadline
                    || (!reader.isAlive() && !output().contains(expected))) {
                throw new AssertionError("'" + expected + "' was not printed by " + this);
            }
            sleep();
        }
    }

    /** Types something. */
    void type(String text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Waits for its end, and returns its exit status. */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running: " + this);
        }
        reader.join(PATIENCE);
        return process.exitValue();
    }

    /** Waits for its end, and returns its exit status. */
    int awaitExit() throws InterruptedException {
        return awaitExit(PATIENCE);
    }

    /** All that it has printed so far. */
    public String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    /** It and those that it has started. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /** Stops it, whatever it does. */
    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return process.info().commandLine().orElse("process " + process.pid())
                + ", which printed:\n"
                + output();
    }

    private void collect() {
        byte[] buffer = new byte[8192];
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            append("\n(the output ended with " + e + ")\n");
        }
    }

    private void append(String text) {
        synchronized (output) {
            output.append(text);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for a program", e);
        }
    }
}
