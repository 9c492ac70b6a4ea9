package io.rustls4j.jsse.provider;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** One connection over loopback; as a program, it says what ran. */
final class Exchange {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] MESSAGE = "over the wire".getBytes(StandardCharsets.UTF_8);

    private Exchange() {}

    public static void main(String[] arguments) throws Exception {
        Rustls4jProvider provider = new Rustls4jProvider();
        SSLContext context = context(provider);
        System.out.println("info: " + provider.getInfo());
        System.out.println("made: " + Rustls4jProvider.made(context.createSSLEngine()));
        System.out.println("echo: " + run(context));
    }

    static SSLContext context(Provider provider) throws Exception {
        TestAuthority authority = TestAuthority.root("exchange");
        IssuedCertificate certificate = authority.newCertificate().dns("localhost").issue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "server",
                certificate.privateKey(),
                PASSWORD,
                certificate.chain().toArray(X509Certificate[]::new));
        keys.setCertificateEntry("authority", authority.certificate());
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX", provider);
        keyManagers.init(keys, PASSWORD);
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX", provider);
        trustManagers.init(keys);
        SSLContext context = SSLContext.getInstance("TLS", provider);
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    /** What comes back of what is sent. */
    static String run(SSLContext context) throws Exception {
        try (SSLServerSocket listener =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> echo(listener));
            try (SSLSocket client =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket("localhost", listener.getLocalPort())) {
                client.getOutputStream().write(MESSAGE);
                byte[] answer = client.getInputStream().readNBytes(MESSAGE.length);
                server.get();
                return new String(answer, StandardCharsets.UTF_8);
            }
        }
    }

    private static void echo(SSLServerSocket listener) {
        try (SSLSocket accepted = (SSLSocket) listener.accept()) {
            byte[] message = accepted.getInputStream().readNBytes(MESSAGE.length);
            accepted.getOutputStream().write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
