/** Sessions, as far as Netty's caches hold them. */
@NullMarked
package io.rustls4j.tcnative.session;

import org.jspecify.annotations.NullMarked;
