/** Which benchmarks run, with whom, for how long, and where the numbers go. */
@NullMarked
package io.rustls4j.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
