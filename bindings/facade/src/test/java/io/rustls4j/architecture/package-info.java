/** The rules between the rooms. */
@NullMarked
package io.rustls4j.architecture;

import org.jspecify.annotations.NullMarked;
