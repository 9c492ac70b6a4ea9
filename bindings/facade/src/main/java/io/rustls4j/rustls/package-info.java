/** The rustls engine. Not exported. */
@NullMarked
package io.rustls4j.rustls;

import org.jspecify.annotations.NullMarked;
