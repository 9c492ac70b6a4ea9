/** SSLSocket and SSLServerSocket. Not exported. */
@NullMarked
package io.rustls4j.jsse.socket;

import org.jspecify.annotations.NullMarked;
