/** rustls4j's own API. */
@NullMarked
package io.rustls4j.benchmarks.contestant.facade;

import org.jspecify.annotations.NullMarked;
