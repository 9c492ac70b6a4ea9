/** Clients of HTTPS. */
@NullMarked
package io.rustls4j.programs.clients;

import org.jspecify.annotations.NullMarked;
