/** Certificates and private keys as Netty hands them over. */
@NullMarked
package io.rustls4j.tcnative.certificate;

import org.jspecify.annotations.NullMarked;
