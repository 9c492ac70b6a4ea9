/**
 * Tests that need a JVM of their own: the engine is chosen once per process, and a crash must not
 * take the tests along.
 */
@NullMarked
package io.rustls4j.process;

import org.jspecify.annotations.NullMarked;
