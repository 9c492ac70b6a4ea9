/** Errors in OpenSSL's words and numbers. */
@NullMarked
package io.rustls4j.tcnative.error;

import org.jspecify.annotations.NullMarked;
