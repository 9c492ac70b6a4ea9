/** The command {@code rustls4j}: where it starts and what its subcommands share. */
@NullMarked
package io.rustls4j.cli;

import org.jspecify.annotations.NullMarked;
