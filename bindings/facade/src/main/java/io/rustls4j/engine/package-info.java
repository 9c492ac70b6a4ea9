/**
 * What the two engines have in common: the contract that {@code io.rustls4j} talks to, and the
 * choice between them. Not exported.
 */
@NullMarked
package io.rustls4j.engine;

import org.jspecify.annotations.NullMarked;
