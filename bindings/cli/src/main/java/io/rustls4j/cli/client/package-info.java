/** {@code rustls4j client}: one connection to a server. */
@NullMarked
package io.rustls4j.cli.client;

import org.jspecify.annotations.NullMarked;
