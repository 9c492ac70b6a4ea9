/** The provider with other programs on the other end. */
@NullMarked
package io.rustls4j.jsse.peers;

import org.jspecify.annotations.NullMarked;
