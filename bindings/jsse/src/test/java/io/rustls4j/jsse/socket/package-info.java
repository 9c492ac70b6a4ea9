/** Sockets against the JDK's, and the JDK's as the oracle. */
@NullMarked
package io.rustls4j.jsse.socket;

import org.jspecify.annotations.NullMarked;
