/** An application of the provider. */
@NullMarked
package io.rustls4j.osgi.jsse;

import org.jspecify.annotations.NullMarked;
