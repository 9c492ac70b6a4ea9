package io.rustls4j.jsse.parameters;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/** The oracle. */
final class SunJsse {
    private SunJsse() {}

    static SSLEngine engine(ContextKind kind, boolean client) {
        SSLEngine engine = context(kind).createSSLEngine();
        engine.setUseClientMode(client);
        return engine;
    }

    static SSLEngine engine() {
        return engine(ContextKind.TLS, true);
    }

    static SSLContext context(ContextKind kind) {
        String name =
                switch (kind) {
                    case TLS -> "TLS";
                    case TLSV1_2 -> "TLSv1.2";
                    case TLSV1_3 -> "TLSv1.3";
                };
        try {
            SSLContext context = SSLContext.getInstance(name, "SunJSSE");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SunJSSE context " + name, e);
        }
    }

    /** Of these suites, what rustls has, too. */
    static List<String> common(String[] suites) {
        return Arrays.stream(suites).filter(name -> Suites.named(name).isPresent()).toList();
    }
}
