package io.rustls4j.tomcat;

import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSession;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLImplementation;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SSLUtil;
import org.apache.tomcat.util.net.jsse.JSSESupport;

/**
 * What {@code <Connector sslImplementationName="io.rustls4j.tomcat.RustlsImplementation">} names.
 * Tomcat makes one per connector. Needs no installed provider and leaves the JVM's other TLS alone.
 */
public final class RustlsImplementation extends SSLImplementation {
    /** For Tomcat, by name. */
    public RustlsImplementation() {}

    /**
     * What a request can ask about its connection.
     *
     * @param session the connection's session
     * @param additionalAttributes what the client has asked for, by Tomcat's names
     * @return Tomcat's own view of a JSSE session
     */
    @Override
    public SSLSupport getSSLSupport(
            SSLSession session, Map<String, List<String>> additionalAttributes) {
        return new JSSESupport(session, additionalAttributes);
    }

    /**
     * What reads a certificate's configuration.
     *
     * @param certificate one {@code <Certificate>} of the connector
     * @return a reader for it
     */
    @Override
    public SSLUtil getSSLUtil(SSLHostConfigCertificate certificate) {
        return new RustlsUtil(certificate);
    }
}
