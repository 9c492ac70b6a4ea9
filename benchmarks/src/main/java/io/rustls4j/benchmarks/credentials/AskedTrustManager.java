package io.rustls4j.benchmarks.credentials;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JDK's trust manager in a class of the application, so that no contestant recognises it and
 * does something quicker instead. It counts, so that a test can tell that everybody asks once.
 */
public final class AskedTrustManager extends X509ExtendedTrustManager {
    private static final LongAdder CHECKS = new LongAdder();

    private final X509ExtendedTrustManager manager;

    AskedTrustManager(X509ExtendedTrustManager manager) {
        this.manager = manager;
    }

    /** How many certificates have been decided on in this process. */
    public static long checks() {
        return CHECKS.sum();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        CHECKS.increment();
        manager.checkServerTrusted(chain, known(authType), engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        CHECKS.increment();
        manager.checkServerTrusted(chain, known(authType), socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        CHECKS.increment();
        manager.checkClientTrusted(chain, known(authType), engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        CHECKS.increment();
        manager.checkClientTrusted(chain, known(authType), socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("asked without an engine: the name would go unchecked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        CHECKS.increment();
        manager.checkClientTrusted(chain, known(authType));
    }

    /** Conscrypt says GENERIC with TLS 1.3 where the JDK says UNKNOWN, and knows no other word. */
    private static String known(String authType) {
        return authType.equals("GENERIC") ? "UNKNOWN" : authType;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return manager.getAcceptedIssuers();
    }
}
