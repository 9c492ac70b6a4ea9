/** Two engines that talk at random, over a way that somebody may damage. */
@NullMarked
package io.rustls4j.testkit.walk;

import org.jspecify.annotations.NullMarked;
