/** One connection: the handshake, records, and what Netty may ask of it. */
@NullMarked
package io.rustls4j.tcnative.connection;

import org.jspecify.annotations.NullMarked;
