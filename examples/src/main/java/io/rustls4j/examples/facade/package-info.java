/** A client and a server on the facade. */
@NullMarked
package io.rustls4j.examples.facade;

import org.jspecify.annotations.NullMarked;
