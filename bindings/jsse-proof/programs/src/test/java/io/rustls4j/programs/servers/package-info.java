/** Servers of HTTPS. */
@NullMarked
package io.rustls4j.programs.servers;

import org.jspecify.annotations.NullMarked;
