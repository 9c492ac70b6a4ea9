/** Runs every example, and holds the pages to them. */
@NullMarked
package io.rustls4j.examples;

import org.jspecify.annotations.NullMarked;
