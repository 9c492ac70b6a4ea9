/** Everything that is a JSSE provider. */
@NullMarked
package io.rustls4j.benchmarks.contestant.jsse;

import org.jspecify.annotations.NullMarked;
