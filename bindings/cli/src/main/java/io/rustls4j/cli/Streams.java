package io.rustls4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where a command reads and writes.
 *
 * @param in what is sent to a peer
 * @param out what a peer sends, and what a command is asked for
 * @param err what a command has to say besides
 * @param charset how text is written
 */
public record Streams(InputStream in, OutputStream out, OutputStream err, Charset charset) {
    /**
     * The process's own. Output does not go through {@link System#out}, which swallows failures.
     *
     * @return standard input, output and error
     */
    public static Streams ofProcess() {
        return new Streams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.out.charset());
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, charset);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, charset);
    }
}
