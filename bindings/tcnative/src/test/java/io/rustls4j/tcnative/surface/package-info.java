/** What netty sees is what it sees of the original. */
@NullMarked
package io.rustls4j.tcnative.surface;

import org.jspecify.annotations.NullMarked;
