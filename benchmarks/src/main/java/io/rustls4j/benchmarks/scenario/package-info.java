/** What is measured: the choices that have to be the same for every contestant. */
@NullMarked
package io.rustls4j.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
