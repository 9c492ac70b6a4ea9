/** Buffers, in OpenSSL's words. */
@NullMarked
package io.rustls4j.tcnative.bio;

import org.jspecify.annotations.NullMarked;
