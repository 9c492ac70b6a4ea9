/** A client and a server of the JDK, on the provider. */
@NullMarked
package io.rustls4j.examples.jsse;

import org.jspecify.annotations.NullMarked;
