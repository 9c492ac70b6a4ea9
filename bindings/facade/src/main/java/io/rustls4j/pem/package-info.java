/** Reading and writing PEM (RFC 7468). For rustls4j's own modules only. */
@NullMarked
package io.rustls4j.pem;

import org.jspecify.annotations.NullMarked;
