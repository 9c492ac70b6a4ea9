/** Tests of the state machine's parts. */
@NullMarked
package io.rustls4j.jsse.connection;

import org.jspecify.annotations.NullMarked;
