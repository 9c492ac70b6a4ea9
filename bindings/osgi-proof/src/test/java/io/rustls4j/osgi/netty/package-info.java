/** An application of Netty. */
@NullMarked
package io.rustls4j.osgi.netty;

import org.jspecify.annotations.NullMarked;
