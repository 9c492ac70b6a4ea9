package io.rustls4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A command that was run in this process. */
public final class CommandRun {
    private final int status;
    private final byte[] bytes;
    private final String err;

    private CommandRun(int status, byte[] bytes, String err) {
        this.status = status;
        this.bytes = bytes;
        this.err = err;
    }

    public static CommandRun of(String... args) {
        return withInput("", args);
    }

    public static CommandRun withInput(String input, String... args) {
        return withInput(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)), args);
    }

    public static CommandRun withInput(InputStream input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                CommandTree.of(new Streams(input, out, err, StandardCharsets.UTF_8)).execute(args);
        return new CommandRun(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String err() {
        return err;
    }

    public String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Standard error, which must be one line without a stack trace. */
    public String errorLine() {
        assertThat(err.lines()).as("standard error").hasSize(1);
        return err.strip();
    }

    public CommandRun mustSucceed() {
        assertThat(status)
                .as("status, with the standard error:\n%s", err)
                .isEqualTo(ExitStatus.SUCCESS);
        return this;
    }

    public CommandRun mustFailWith(int expected) {
        assertThat(status).as("status, with the standard error:\n%s", err).isEqualTo(expected);
        assertThat(err).doesNotContain("\tat ");
        return this;
    }
}
