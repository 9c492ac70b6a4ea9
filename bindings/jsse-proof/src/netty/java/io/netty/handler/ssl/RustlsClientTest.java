package io.netty.handler.ssl;

/** Client: RUSTLS. Server: JDK. */
final class RustlsClientTest extends TwoProvidersEngineTest {
    RustlsClientTest() {
        super(Side.RUSTLS, Side.JDK);
    }
}
