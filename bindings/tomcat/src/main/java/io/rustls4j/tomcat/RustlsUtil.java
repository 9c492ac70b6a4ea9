package io.rustls4j.tomcat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.net.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLUtilBase;

/** Tomcat's reading of a connector's configuration, against what rustls has. */
final class RustlsUtil extends SSLUtilBase {
    private static final Log LOG = LogFactory.getLog(RustlsUtil.class);

    RustlsUtil(SSLHostConfigCertificate certificate) {
        super(certificate);
    }

    @Override
    protected Set<String> getImplementedProtocols() {
        return Set.of(Supported.PARAMETERS.getProtocols());
    }

    @Override
    protected Set<String> getImplementedCiphers() {
        return Set.of(Supported.PARAMETERS.getCipherSuites());
    }

    @Override
    protected Log getLog() {
        return LOG;
    }

    /** rustls has neither renegotiation nor post-handshake authentication. */
    @Override
    protected boolean isTls13RenegAuthAvailable() {
        return false;
    }

    @Override
    protected SSLContext createSSLContextInternal(List<String> negotiableProtocols)
            throws GeneralSecurityException {
        return new RustlsContext();
    }

    /** Asked for once: it does not depend on the connector. */
    private static final class Supported {
        static final SSLParameters PARAMETERS = parameters();

        private static SSLParameters parameters() {
            try {
                RustlsContext context = new RustlsContext();
                context.init(null, null, null);
                return context.getSupportedSSLParameters();
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("the provider Rustls4j has no TLS", e);
            }
        }
    }
}
