/** Certificates and private keys as Netty hands them over, and what OpenSSL says about them. */
@NullMarked
package io.rustls4j.tcnative.certificate;

import org.jspecify.annotations.NullMarked;
