/** From numbers to tables, pages and pictures. */
@NullMarked
package io.rustls4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
