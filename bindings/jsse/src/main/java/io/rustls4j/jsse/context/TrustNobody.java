package io.rustls4j.jsse.context;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** For contexts without a usable trust manager: nobody can be trusted. */
final class TrustNobody implements X509TrustManager {
    private final String reason;
    private final @Nullable Exception cause;

    private TrustNobody(String reason, @Nullable Exception cause) {
        this.reason = reason;
        this.cause = cause;
    }

    /** The context was given managers, but none of X.509. */
    static TrustNobody forWantOfManagers() {
        return new TrustNobody("No X509TrustManager implementation available", null);
    }

    /** The context was given nothing, and the default is not to be had. */
    static TrustNobody becauseOf(Exception cause) {
        return new TrustNobody("nobody is trusted: " + cause.getMessage(), cause);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException(reason, cause);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException(reason, cause);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
