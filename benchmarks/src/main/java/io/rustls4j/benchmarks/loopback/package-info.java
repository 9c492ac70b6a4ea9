/** Clients and a server on this machine's loopback, as applications use TLS. */
@NullMarked
package io.rustls4j.benchmarks.loopback;

import org.jspecify.annotations.NullMarked;
