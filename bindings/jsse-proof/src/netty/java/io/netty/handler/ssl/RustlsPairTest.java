package io.netty.handler.ssl;

/** Client: RUSTLS. Server: RUSTLS. */
final class RustlsPairTest extends TwoProvidersEngineTest {
    RustlsPairTest() {
        super(Side.RUSTLS, Side.RUSTLS);
    }
}
