package io.netty.handler.ssl;

import java.nio.channels.ClosedChannelException;
import java.security.Provider;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Netty's own tests of {@link javax.net.ssl.SSLEngine}, unchanged, over a pair of JSSE providers:
 * those that all engines must pass, and those of ALPN that it adds for the JDK's. It stands in
 * Netty's package because those tests look for their certificates beside the class that runs them.
 */
@ExtendWith(Exclusions.class)
abstract class TwoProvidersEngineTest extends JdkSslEngineTest {
    private final Side client;
    private final Side server;

    TwoProvidersEngineTest(Side client, Side server) {
        this.client = client;
        this.server = server;
    }

    @Override
    protected final Provider clientSslContextProvider() {
        return client.provider();
    }

    @Override
    protected final Provider serverSslContextProvider() {
        return server.provider();
    }

    /** Not for the other implementations of ALPN that Netty knows: it is asked of ours. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // Netty's type of parameters is private.
    final List newJdkParams() {
        List<?> all = super.newJdkParams();
        return all.stream()
                .filter(parameter -> parameter.toString().contains("ALPN_JAVA"))
                .toList();
    }

    /**
     * As strict as Netty is with its own engines; for the JDK's it also takes wrapped exceptions.
     */
    @Override
    protected boolean mySetupMutualAuthServerIsValidException(Throwable cause) {
        return cause instanceof SSLException || cause instanceof ClosedChannelException;
    }
}
