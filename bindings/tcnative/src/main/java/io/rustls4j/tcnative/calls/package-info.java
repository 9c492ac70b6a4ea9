// Not @NullMarked: javac for Java 8 warns of that annotation's target MODULE, which is Java 9.
// What may be null says so all the same.

/**
 * What {@code io.netty.internal.tcnative} asks of the library. These interfaces are for Java 8, as
 * the classes of that package are; what implements them needs a newer one.
 */
package io.rustls4j.tcnative.calls;
