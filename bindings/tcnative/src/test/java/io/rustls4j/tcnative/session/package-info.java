/** Tests of sessions' numbers. */
@NullMarked
package io.rustls4j.tcnative.session;

import org.jspecify.annotations.NullMarked;
