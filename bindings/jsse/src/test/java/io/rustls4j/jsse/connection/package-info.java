/** Parts of the state machine by themselves. */
@NullMarked
package io.rustls4j.jsse.connection;

import org.jspecify.annotations.NullMarked;
