/** Where time and heap go, frame by frame. */
@NullMarked
package io.rustls4j.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
