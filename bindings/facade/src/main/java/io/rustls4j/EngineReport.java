package io.rustls4j;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which engine runs, and why.
 *
 * @param kind the engine
 * @param reason why this one: it was asked for, it is the best that loads, or the other one failed
 *     and how to mend that
 * @param version the version of the native library, or of the JDK
 * @param rustlsVersion the version of rustls, where it runs
 * @param upstreamVersion what {@code rustls_version()} says, where rustls runs
 * @param platform operating system and processor, such as {@code linux-x86_64}
 * @param library the file of the native library, where one is loaded
 */
public record EngineReport(
        EngineKind kind,
        String reason,
        String version,
        Optional<String> rustlsVersion,
        Optional<String> upstreamVersion,
        String platform,
        Optional<Path> library) {}
