/** BoringSSL's credentials. */
@NullMarked
package io.rustls4j.tcnative.credential;

import org.jspecify.annotations.NullMarked;
