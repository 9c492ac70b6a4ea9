/**
 * The JSSE provider "Rustls4j": {@code javax.net.ssl} on rustls. Install {@link
 * io.rustls4j.jsse.Rustls4jProvider}, or name it, and use the JDK's own classes.
 */
@NullMarked
package io.rustls4j.jsse;

import org.jspecify.annotations.NullMarked;
