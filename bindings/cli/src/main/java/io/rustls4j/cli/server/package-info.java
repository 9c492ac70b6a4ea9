/** {@code rustls4j server}: a TLS server that echoes or serves a folder. */
@NullMarked
package io.rustls4j.cli.server;

import org.jspecify.annotations.NullMarked;
