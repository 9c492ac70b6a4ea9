/** Who may depend on whom. */
@NullMarked
package io.rustls4j.jsse.architecture;

import org.jspecify.annotations.NullMarked;
