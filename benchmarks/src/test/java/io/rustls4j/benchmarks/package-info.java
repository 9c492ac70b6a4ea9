/** That every contestant does the work that it is measured with. Timings decide nothing here. */
@NullMarked
package io.rustls4j.benchmarks;

import org.jspecify.annotations.NullMarked;
