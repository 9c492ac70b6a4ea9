package io.rustls4j.cli.client;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells a failure of standard output (a closed pipe, a full disk) from one of the connection. */
final class StandardOutput extends FilterOutputStream {
    StandardOutput(OutputStream out) {
        super(out);
    }

    /** Standard output takes no more. */
    static final class FailedException extends IOException {
        private static final long serialVersionUID = 1L;

        FailedException(IOException cause) {
            super("standard output takes no more: " + cause.getMessage(), cause);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new FailedException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new FailedException(e);
        }
    }
}
