/** The drop-in under Netty, whole: engines and pipelines of {@code SslProvider.OPENSSL}. */
@NullMarked
package io.rustls4j.tcnative.netty;

import org.jspecify.annotations.NullMarked;
