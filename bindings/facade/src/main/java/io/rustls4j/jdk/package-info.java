/** The jdk engine. Not exported. */
@NullMarked
package io.rustls4j.jdk;

import org.jspecify.annotations.NullMarked;
