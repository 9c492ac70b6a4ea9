/** Sessions, where they are kept, and how they are resumed. Not exported. */
@NullMarked
package io.rustls4j.jsse.session;

import org.jspecify.annotations.NullMarked;
