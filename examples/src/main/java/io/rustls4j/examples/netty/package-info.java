/** Netty on the drop-in for netty-tcnative. */
@NullMarked
package io.rustls4j.examples.netty;

import org.jspecify.annotations.NullMarked;
