/**
 * What a connection is set to do: protocols, suites, groups and all else that SSLParameters has.
 * Not exported.
 */
@NullMarked
package io.rustls4j.jsse.parameters;

import org.jspecify.annotations.NullMarked;
