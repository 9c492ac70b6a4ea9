/**
 * The drop-in for netty-tcnative: OpenSSL's calls, as Netty makes them, done by rustls. What Netty
 * links to is in {@code io.netty.internal.tcnative}; it comes here by way of {@link
 * io.rustls4j.tcnative.calls}.
 */
@NullMarked
package io.rustls4j.tcnative;

import org.jspecify.annotations.NullMarked;
