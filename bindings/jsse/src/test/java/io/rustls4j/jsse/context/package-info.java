/** Tests of contexts, and of the configurations made for them. */
@NullMarked
package io.rustls4j.jsse.context;

import org.jspecify.annotations.NullMarked;
