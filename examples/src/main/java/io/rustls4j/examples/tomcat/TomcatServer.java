package io.rustls4j.examples.tomcat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/**
 * Embedded Tomcat, whose connector reads the same files as ever: {@code TomcatServer PORT CHAIN.pem
 * KEY.pem DIRECTORY}.
 */
public final class TomcatServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();

    /**
     * Starts a server.
     *
     * @param port where to listen; 0 for any
     * @param chain a PEM file with the server's certificates
     * @param key a PEM file with the private key
     * @param directory where Tomcat keeps its files
     * @throws LifecycleException if it does not start
     */
    public TomcatServer(int port, Path chain, Path key, Path directory) throws LifecycleException {
        tomcat.setBaseDir(directory.toString());
        tomcat.setConnector(connector(port, chain, key));
        Context context = tomcat.addContext("", directory.toString());
        Tomcat.addServlet(context, "greeting", new Greeting()).addMapping("/*");
        tomcat.start();
    }

    /**
     * Serves until it is killed.
     *
     * @param args the port, the files with the certificate's chain and its key, and a directory
     * @throws LifecycleException if it does not start
     */
    public static void main(String[] args) throws LifecycleException {
        try (TomcatServer server =
                new TomcatServer(
                        Integer.parseInt(args[0]),
                        Path.of(args[1]),
                        Path.of(args[2]),
                        Path.of(args[3]))) {
            server.tomcat.getServer().await();
        }
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static Connector connector(int port, Path chain, Path key) {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateFile(chain.toString());
        certificate.setCertificateChainFile(chain.toString());
        certificate.setCertificateKeyFile(key.toString());
        host.addCertificate(certificate);
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        // tag::tomcat[]
        connector.setProperty("sslImplementationName", "io.rustls4j.tomcat.RustlsImplementation");
        // end::tomcat[]
        connector.addSslHostConfig(host);
        return connector;
    }

    private static final class Greeting extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType("text/plain");
            response.getWriter().print("hello, world");
        }
    }
}
