/** What the application's managers may see of a handshake that is going on. Not exported. */
@NullMarked
package io.rustls4j.jsse.handshake;

import org.jspecify.annotations.NullMarked;
