/** Options that several subcommands have, and how their values are read. */
@NullMarked
package io.rustls4j.cli.options;

import org.jspecify.annotations.NullMarked;
