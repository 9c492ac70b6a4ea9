/** Engines on rustls among themselves. */
@NullMarked
package io.rustls4j.jsse.engine;

import org.jspecify.annotations.NullMarked;
