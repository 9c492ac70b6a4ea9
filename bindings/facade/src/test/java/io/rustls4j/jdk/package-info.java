/** The parts of the pure-Java engine that can go wrong by themselves. */
@NullMarked
package io.rustls4j.jdk;

import org.jspecify.annotations.NullMarked;
