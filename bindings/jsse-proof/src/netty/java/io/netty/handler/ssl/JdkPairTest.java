package io.netty.handler.ssl;

/** The oracle: what Netty's tests make of the JDK's own engines. */
final class JdkPairTest extends TwoProvidersEngineTest {
    JdkPairTest() {
        super(Side.JDK, Side.JDK);
    }
}
