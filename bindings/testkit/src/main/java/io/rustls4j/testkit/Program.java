package io.rustls4j.testkit;

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

    /**
     * Starts a program; what it prints as errors is part of its output.
     *
     * @param command its name and its arguments
     * @return the program, to be closed
     * @throws IOException if there is no such program
     */
    public static Program start(List<String> command) throws IOException {
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /**
     * Whether there is a program of this name.
     *
     * @param name without a path
     * @return true if so
     */
    public static boolean isInstalled(String name) {
        return locate(name).isPresent();
    }

    /**
     * Where a program is that is installed.
     *
     * @param name without a path
     * @return the file
     */
    public static String find(String name) {
        return locate(name).orElseThrow().toString();
    }

    /** Servers are often where only an administrator looks for programs. */
    private static Optional<Path> locate(String name) {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A port on loopback that nobody listens on.
     *
     * @return its number
     * @throws IOException if there is none
     */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, Loopback.ADDRESS)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until it listens on a port.
     *
     * @param port on loopback
     * @throws IOException if a connection cannot be closed
     */
    public void awaitPort(int port) throws IOException {
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

    /**
     * Waits until it has printed something.
     *
     * @param expected what
     */
    public void awaitOutput(String expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains(expected)) {
            if (System.nanoTime() > deadline
                    || (!reader.isAlive() && !output().contains(expected))) {
                throw new AssertionError("'" + expected + "' was not printed by " + this);
            }
            sleep();
        }
    }

    /**
     * Types something.
     *
     * @param text what
     * @throws IOException if it does not listen
     */
    public void type(String text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /**
     * Waits for its end.
     *
     * @param patience for how long
     * @return its exit status
     * @throws InterruptedException if this thread should stop
     */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running: " + this);
        }
        reader.join(PATIENCE);
        return process.exitValue();
    }

    /**
     * Waits half a minute for its end.
     *
     * @return its exit status
     * @throws InterruptedException if this thread should stop
     */
    public int awaitExit() throws InterruptedException {
        return awaitExit(PATIENCE);
    }

    /**
     * All that it has printed so far.
     *
     * @return standard output and standard error
     */
    public String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    /**
     * It and those that it has started.
     *
     * @return the processes that live
     */
    public List<ProcessHandle> processes() {
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
