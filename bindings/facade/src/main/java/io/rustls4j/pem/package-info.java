/** Reading and writing PEM (RFC 7468). Not exported. */
@NullMarked
package io.rustls4j.pem;

import org.jspecify.annotations.NullMarked;
