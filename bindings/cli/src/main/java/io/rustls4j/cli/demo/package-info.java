/** {@code rustls4j demo}: TLS over a loopback socket on both engines, for people to watch. */
@NullMarked
package io.rustls4j.cli.demo;

import org.jspecify.annotations.NullMarked;
