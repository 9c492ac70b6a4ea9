/** What Netty holds by number. */
@NullMarked
package io.rustls4j.tcnative;

import org.jspecify.annotations.NullMarked;
