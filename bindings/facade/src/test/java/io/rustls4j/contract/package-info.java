/**
 * What {@code io.rustls4j} promises, tried on both engines and across them. A test class is about
 * one promise; {@link io.rustls4j.contract.Pairing} says who talks to whom, {@link
 * io.rustls4j.contract.Feature} what one engine refuses, and {@link io.rustls4j.contract.TlsPair}
 * moves the bytes.
 */
@NullMarked
package io.rustls4j.contract;

import org.jspecify.annotations.NullMarked;
