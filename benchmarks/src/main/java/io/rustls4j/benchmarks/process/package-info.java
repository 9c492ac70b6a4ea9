/** What can only be measured in a process of its own: start-up and memory. */
@NullMarked
package io.rustls4j.benchmarks.process;

import org.jspecify.annotations.NullMarked;
