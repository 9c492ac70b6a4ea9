/** Trust managers as verifiers, with the JDK as the oracle. */
@NullMarked
package io.rustls4j.jsse.trust;

import org.jspecify.annotations.NullMarked;
