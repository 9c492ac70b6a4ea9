/** The provider as an application finds it. */
@NullMarked
package io.rustls4j.jsse.provider;

import org.jspecify.annotations.NullMarked;
