package io.rustls4j.benchmarks.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** async-profiler's native library, which its jar has for Linux and macOS. */
final class ProfilerLibrary {
    private ProfilerLibrary() {}

    /** Copies the one for this machine into a directory. */
    static Path extract(Path directory) throws IOException {
        String resource = "/" + platform() + "/libasyncProfiler.so";
        try (InputStream library = ProfilerLibrary.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("async-profiler has no library for " + platform());
            }
            Path file = directory.resolve("libasyncProfiler.so");
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Mac")) {
            return "macos";
        }
        return system.toLowerCase(Locale.ROOT)
                + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64");
    }
}
