/**
 * Application protocols for Jetty 12 on the provider Rustls4j. Jetty asks a service how to
 * negotiate HTTP/2 with each kind of engine, and its own one only knows the JDK's; this is the one
 * for rustls. It is found by itself.
 */
@NullMarked
package io.rustls4j.jetty;

import org.jspecify.annotations.NullMarked;
