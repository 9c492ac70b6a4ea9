package io.netty.handler.ssl;

/** Client: JDK. Server: RUSTLS. */
final class RustlsServerTest extends TwoProvidersEngineTest {
    RustlsServerTest() {
        super(Side.JDK, Side.RUSTLS);
    }
}
