package io.rustls4j.cli.options;

import io.rustls4j.cli.CommandFailure;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file for secrets. It is made beforehand, since a key log that cannot be written is no reason
 * for the facade to end a connection, but is one for a user who asked for it.
 */
final class SecretFile {
    private SecretFile() {}

    static void makeWritable(Path file) throws CommandFailure {
        Set<StandardOpenOption> append =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (SeekableByteChannel opened = Files.newByteChannel(file, append, ownerOnly())) {
            long ignored = opened.position();
        } catch (IOException e) {
            throw CommandFailure.ofUsage("the key log " + file + " cannot be written: " + e, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            };
        }
        return new FileAttribute<?>[0];
    }
}
