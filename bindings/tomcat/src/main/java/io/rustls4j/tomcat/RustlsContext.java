package io.rustls4j.tomcat;

import io.rustls4j.jsse.Rustls4jProvider;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.jspecify.annotations.Nullable;

/** An SSLContext of the provider Rustls4j, in Tomcat's shape. */
final class RustlsContext implements SSLContext {
    private static final Rustls4jProvider PROVIDER = new Rustls4jProvider();
    private static final X509Certificate[] NO_CERTIFICATES = {};

    private final javax.net.ssl.SSLContext context;
    private @Nullable X509KeyManager keys;
    private @Nullable X509TrustManager trust;

    RustlsContext() throws NoSuchAlgorithmException {
        context = javax.net.ssl.SSLContext.getInstance("TLS", PROVIDER);
    }

    @Override
    public void init(
            KeyManager @Nullable [] keyManagers,
            TrustManager @Nullable [] trustManagers,
            @Nullable SecureRandom random)
            throws KeyManagementException {
        keys = first(keyManagers, X509KeyManager.class);
        trust = first(trustManagers, X509TrustManager.class);
        context.init(keyManagers, trustManagers, random);
    }

    private static <T> @Nullable T first(Object @Nullable [] managers, Class<T> kind) {
        if (managers != null) {
            for (Object manager : managers) {
                if (kind.isInstance(manager)) {
                    return kind.cast(manager);
                }
            }
        }
        return null;
    }

    /** Nothing to do: native memory goes with the context. */
    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return keys == null ? NO_CERTIFICATES : keys.getCertificateChain(alias);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust == null ? NO_CERTIFICATES : trust.getAcceptedIssuers();
    }
}
