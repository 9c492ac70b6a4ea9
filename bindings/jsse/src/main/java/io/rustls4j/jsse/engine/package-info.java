/** SSLEngine. Not exported. */
@NullMarked
package io.rustls4j.jsse.engine;

import org.jspecify.annotations.NullMarked;
