package io.rustls4j.benchmarks.contestant.jsse;

import javax.net.ssl.SSLContext;

/** The contexts of both sides. */
public record Contexts(SSLContext client, SSLContext server) {}
