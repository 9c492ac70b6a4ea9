/** Sessions and where they are kept. */
@NullMarked
package io.rustls4j.jsse.session;

import org.jspecify.annotations.NullMarked;
