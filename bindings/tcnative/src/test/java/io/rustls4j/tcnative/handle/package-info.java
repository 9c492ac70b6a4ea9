/** Numbers that stand for objects. */
@NullMarked
package io.rustls4j.tcnative.handle;

import org.jspecify.annotations.NullMarked;
