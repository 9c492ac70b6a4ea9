/** Two connections and the bytes between them, without sockets. */
@NullMarked
package io.rustls4j.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
