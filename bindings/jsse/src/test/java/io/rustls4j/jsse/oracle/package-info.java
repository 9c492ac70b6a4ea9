/**
 * The JDK's engines as the oracle: one sequence of calls on pairs of engines, and the same
 * statuses, handshake statuses and exception types out of all of them.
 */
@NullMarked
package io.rustls4j.jsse.oracle;

import org.jspecify.annotations.NullMarked;
