package io.rustls4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/** A {@link KeyLog} that appends to a file in the format that Wireshark reads. Thread-safe. */
public final class KeyLogFile implements KeyLog {
    private final Path file;

    /**
     * Names the file. It is made at the first secret.
     *
     * @param file where to append
     */
    public KeyLogFile(Path file) {
        this.file = file;
    }

    /**
     * The file that the environment variable {@code SSLKEYLOGFILE} names ({@code
     * ..._set_key_log_file}).
     *
     * @return a log to that file, or empty if the variable is not set
     */
    public static Optional<KeyLog> fromEnvironment() {
        String name = System.getenv("SSLKEYLOGFILE");
        return name == null || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeyLogFile(Path.of(name)));
    }

    @Override
    public synchronized void log(String label, byte[] clientRandom, byte[] secret) {
        HexFormat hex = HexFormat.of();
        String line =
                label + " " + hex.formatHex(clientRandom) + " " + hex.formatHex(secret) + "\n";
        try {
            Files.writeString(
                    file,
                    line,
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the key log " + file + " cannot be written", e);
        }
    }
}
