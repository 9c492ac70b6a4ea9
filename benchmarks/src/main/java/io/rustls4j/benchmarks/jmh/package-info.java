/** What JMH runs. A scenario's text and a contestant's label come in as parameters. */
@NullMarked
package io.rustls4j.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
