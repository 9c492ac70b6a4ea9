// Not @NullMarked: javac for Java 8 warns of that annotation's target MODULE, which is Java 9.
// What may be null says so all the same.

/**
 * The classes of netty-tcnative, with rustls behind them: netty's {@code SslProvider.OPENSSL} runs
 * on them as they are. This artifact takes the place of {@code netty-tcnative-classes} and of the
 * native libraries that go with it; having both on the class path is a mistake.
 */
package io.netty.internal.tcnative;
