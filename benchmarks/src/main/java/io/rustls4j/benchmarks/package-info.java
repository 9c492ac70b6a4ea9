/** The command behind {@code benchmarks/run}. */
@NullMarked
package io.rustls4j.benchmarks;

import org.jspecify.annotations.NullMarked;
