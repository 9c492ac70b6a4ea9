/** SSLContext and the configurations made for it. Not exported. */
@NullMarked
package io.rustls4j.jsse.context;

import org.jspecify.annotations.NullMarked;
