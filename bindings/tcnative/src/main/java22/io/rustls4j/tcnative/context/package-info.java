/** Contexts, what can be set in them, and the configurations of rustls that are made of that. */
@NullMarked
package io.rustls4j.tcnative.context;

import org.jspecify.annotations.NullMarked;
