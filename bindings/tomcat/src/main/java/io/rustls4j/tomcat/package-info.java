/**
 * Tomcat's connectors on rustls. In {@code server.xml}, name {@link
 * io.rustls4j.tomcat.RustlsImplementation} as the connector's {@code sslImplementationName};
 * certificates, protocols and ciphers stay where they are.
 */
@NullMarked
package io.rustls4j.tomcat;

import org.jspecify.annotations.NullMarked;
