/** Choice of certificates and keys, with SunJSSE as the oracle and as the peer. */
@NullMarked
package io.rustls4j.jsse.keys;

import org.jspecify.annotations.NullMarked;
