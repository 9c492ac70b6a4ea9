/** What can only be seen from inside the rustls engine: lifetimes, threads, panics. */
@NullMarked
package io.rustls4j.rustls;

import org.jspecify.annotations.NullMarked;
