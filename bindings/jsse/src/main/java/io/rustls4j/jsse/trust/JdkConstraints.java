package io.rustls4j.jsse.trust;

import java.security.AlgorithmConstraints;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What jdk.tls.disabledAlgorithms and jdk.certpath.disabledAlgorithms come to, read by the JDK: the
 * constraints that SunJSSE puts into every connection's parameters are just those.
 */
final class JdkConstraints {
    private JdkConstraints() {}

    static AlgorithmConstraints get() {
        return Holder.CONSTRAINTS;
    }

    private static final class Holder {
        private static final AlgorithmConstraints CONSTRAINTS = read();

        private static AlgorithmConstraints read() {
            try {
                SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
                // Empty arrays, since null makes it read the default stores.
                context.init(new KeyManager[0], new TrustManager[0], null);
                AlgorithmConstraints constraints =
                        context.createSSLEngine().getSSLParameters().getAlgorithmConstraints();
                if (constraints == null) {
                    throw new IllegalStateException(
                            "SunJSSE's parameters have no AlgorithmConstraints; those of the"
                                    + " disabled algorithms are wanted");
                }
                return constraints;
            } catch (NoSuchAlgorithmException
                    | NoSuchProviderException
                    | KeyManagementException e) {
                throw new IllegalStateException(
                        "the provider SunJSSE is wanted among the security providers: "
                                + e.getMessage(),
                        e);
            }
        }
    }
}
