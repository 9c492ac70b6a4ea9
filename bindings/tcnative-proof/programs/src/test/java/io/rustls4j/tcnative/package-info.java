/** What only the drop-in itself can see of its handles. */
@NullMarked
package io.rustls4j.tcnative;

import org.jspecify.annotations.NullMarked;
