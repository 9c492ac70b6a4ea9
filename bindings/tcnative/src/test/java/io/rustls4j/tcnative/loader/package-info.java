/** What happens where rustls cannot run. */
@NullMarked
package io.rustls4j.tcnative.loader;

import org.jspecify.annotations.NullMarked;
