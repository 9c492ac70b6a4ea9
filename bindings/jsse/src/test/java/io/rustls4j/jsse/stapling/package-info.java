/** A server's OCSP responses. */
@NullMarked
package io.rustls4j.jsse.stapling;

import org.jspecify.annotations.NullMarked;
