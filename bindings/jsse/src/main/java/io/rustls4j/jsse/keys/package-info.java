/** Which certificate and key is shown. Not exported. */
@NullMarked
package io.rustls4j.jsse.keys;

import org.jspecify.annotations.NullMarked;
