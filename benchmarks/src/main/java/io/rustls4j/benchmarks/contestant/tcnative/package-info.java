/** Netty's BoringSSL. */
@NullMarked
package io.rustls4j.benchmarks.contestant.tcnative;

import org.jspecify.annotations.NullMarked;
