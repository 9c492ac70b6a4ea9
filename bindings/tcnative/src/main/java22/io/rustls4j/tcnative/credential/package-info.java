/** BoringSSL's credentials: a certificate chain with all that goes with it. */
@NullMarked
package io.rustls4j.tcnative.credential;

import org.jspecify.annotations.NullMarked;
