package io.rustls4j.programs.servers;

import io.rustls4j.programs.Content;
import io.rustls4j.programs.Tls;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.tomcat.RustlsImplementation;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLUtil;
import org.apache.tomcat.util.net.jsse.JSSEImplementation;

/** Embedded Tomcat. */
final class TomcatServer implements HttpsServerUnderTest {
    private final Path directory;
    private final Tomcat tomcat = new Tomcat();

    /** Through Tomcat's own JSSE connector, with a context that is handed to it. */
    static TomcatServer withContext(Tls tls) throws Exception {
        return new TomcatServer(
                JSSEImplementation.class.getName(),
                (certificate, directory) ->
                        certificate.setSslContext(
                                SSLUtil.createSSLContext(
                                        tls.server(), tls.keyManager(), tls.trust())));
    }

    /** Through the connector's implementation on rustls, which reads the files by itself. */
    static TomcatServer withRustlsImplementation() throws Exception {
        return new TomcatServer(
                RustlsImplementation.class.getName(),
                (certificate, directory) -> {
                    PemFiles files = Tls.certificate().writeTo(directory, "server");
                    certificate.setCertificateChainFile(files.chain().toString());
                    certificate.setCertificateFile(files.chain().toString());
                    certificate.setCertificateKeyFile(files.key().toString());
                });
    }

    /** Says where the certificate comes from. */
    @FunctionalInterface
    private interface Setup {
        void apply(SSLHostConfigCertificate certificate, Path directory) throws Exception;
    }

    private TomcatServer(String implementation, Setup setup) throws Exception {
        directory = Files.createTempDirectory("tomcat");
        tomcat.setBaseDir(directory.toString());
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("sslImplementationName", implementation);
        connector.addUpgradeProtocol(patientHttp2());
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        setup.apply(certificate, directory);
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", directory.toString());
        Tomcat.addServlet(context, "content", new ContentServlet()).addMapping("/*");
        tomcat.start();
    }

    /** Without the protection against floods, which the JDK's client runs into with any TLS. */
    private static Http2Protocol patientHttp2() {
        Http2Protocol http2 = new Http2Protocol();
        http2.setOverheadCountFactor(0);
        http2.setOverheadDataThreshold(0);
        http2.setOverheadWindowUpdateThreshold(0);
        return http2;
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class ContentServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.getOutputStream().write(Content.large());
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.getOutputStream().write(request.getInputStream().readAllBytes());
        }
    }
}
