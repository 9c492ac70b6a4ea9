package io.netty.handler.ssl;

import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;

/**
 * No provider named anywhere, but ours installed first: what an application sees that only puts it
 * into its security properties. It also reaches the tests that Netty skips where a provider is
 * named. It changes the process, so it runs in a process of its own.
 */
final class RustlsFirstTest extends TwoProvidersEngineTest {
    RustlsFirstTest() {
        super(Side.JDK, Side.JDK);
    }

    @BeforeAll
    static void installFirst() throws Exception {
        Provider ours = Side.RUSTLS.provider();
        Assertions.assertEquals(1, Security.insertProviderAt(ours, 1));
        Assertions.assertSame(ours, javax.net.ssl.SSLContext.getInstance("TLS").getProvider());
    }

    @AfterAll
    static void remove() {
        Security.removeProvider(Side.RUSTLS.provider().getName());
    }
}
