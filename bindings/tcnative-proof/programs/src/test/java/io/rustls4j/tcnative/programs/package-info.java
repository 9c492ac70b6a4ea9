/** Programs that speak TLS by Netty's OpenSSL provider, on the drop-in for netty-tcnative. */
@NullMarked
package io.rustls4j.tcnative.programs;

import org.jspecify.annotations.NullMarked;
