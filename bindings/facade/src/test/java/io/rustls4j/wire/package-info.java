/** Reading what peers say in the clear. */
@NullMarked
package io.rustls4j.wire;

import org.jspecify.annotations.NullMarked;
