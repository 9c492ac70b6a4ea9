/** Whether many connections leave anything behind. */
@NullMarked
package io.rustls4j.jsse.memory;

import org.jspecify.annotations.NullMarked;
