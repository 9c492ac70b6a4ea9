/** Parameters of connections, with SunJSSE as the oracle. */
@NullMarked
package io.rustls4j.jsse.parameters;

import org.jspecify.annotations.NullMarked;
