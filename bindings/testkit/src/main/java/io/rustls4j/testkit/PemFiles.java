package io.rustls4j.testkit;

import java.nio.file.Path;

/**
 * Where a certificate and its key were written, for programs that take files.
 *
 * @param chain the certificates, end entity first
 * @param key the private key, PKCS#8
 */
public record PemFiles(Path chain, Path key) {}
