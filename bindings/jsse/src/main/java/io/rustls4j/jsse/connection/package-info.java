/** The state machine behind engines and sockets. Not exported. */
@NullMarked
package io.rustls4j.jsse.connection;

import org.jspecify.annotations.NullMarked;
