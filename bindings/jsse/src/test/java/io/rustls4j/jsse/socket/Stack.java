package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.Rustls4jProvider;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.SSLContext;

/** Whose sockets. Both have the same certificate and trust the same root. */
enum Stack {
    JDK(Security.getProvider("SunJSSE")),
    RUSTLS(new Rustls4jProvider());

    private final Provider provider;
    private final SSLContext context;

    Stack(Provider provider) {
        this.provider = provider;
        this.context = Contexts.of(provider, Contexts.ROOT);
        // Without rustls all would be the JDK's, and nothing here tested.
        if (provider instanceof Rustls4jProvider
                && !(context.getSocketFactory() instanceof Rustls4jSocketFactory)) {
            throw new IllegalStateException("rustls does not run here");
        }
    }

    SSLContext context() {
        return context;
    }

    /** Another context, which has no sessions yet. */
    SSLContext freshContext() {
        return Contexts.of(provider, Contexts.ROOT);
    }

    /** A context that trusts somebody else, and so nobody here. */
    SSLContext distrustful() {
        return Contexts.of(provider, Contexts.STRANGER);
    }
}
