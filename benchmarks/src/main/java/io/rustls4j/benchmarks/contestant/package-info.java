/** The small interface that every TLS stack is measured behind. */
@NullMarked
package io.rustls4j.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
