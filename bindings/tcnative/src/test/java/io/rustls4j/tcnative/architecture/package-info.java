@NullMarked
package io.rustls4j.tcnative.architecture;

import org.jspecify.annotations.NullMarked;
