package io.rustls4j.tcnative.netty;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.OpenSslContext;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Contexts of Netty for the tests, and the certificates in them. */
final class Contexts {
    /** With a dot, or Netty sends no name. */
    static final String NAME = "server.example";

    static final TestAuthority AUTHORITY = TestAuthority.root("authority");
    static final IssuedCertificate SERVER = AUTHORITY.newCertificate().dns(NAME).issue();
    static final IssuedCertificate CLIENT = AUTHORITY.newCertificate().commonName("client").issue();
    private static final int PORT = 443;

    private Contexts() {}

    static SslContextBuilder server(SslProvider provider) {
        return SslContextBuilder.forServer(SERVER.privateKey(), chain(SERVER))
                .sslProvider(provider)
                .trustManager(AUTHORITY.certificate());
    }

    static SslContextBuilder client(SslProvider provider) {
        return SslContextBuilder.forClient()
                .sslProvider(provider)
                .trustManager(AUTHORITY.certificate());
    }

    static X509Certificate[] chain(IssuedCertificate issued) {
        return issued.chain().toArray(X509Certificate[]::new);
    }

    static EnginePair connect(SslContext clients, SslContext servers) throws SSLException {
        return connect(clients, servers, NAME);
    }

    static EnginePair connect(SslContext clients, SslContext servers, String name)
            throws SSLException {
        return pair(clients, servers, name).handshake();
    }

    static EnginePair pair(SslContext clients, SslContext servers, String name) {
        SSLEngine client = clients.newEngine(UnpooledByteBufAllocator.DEFAULT, name, PORT);
        return new EnginePair(client, servers.newEngine(UnpooledByteBufAllocator.DEFAULT));
    }

    @SuppressWarnings("deprecation") // for callers of netty-tcnative, as tests are
    static long pointer(SslContext context) {
        return ((OpenSslContext) context).sslCtxPointer();
    }

    static long pointer(SSLEngine engine) {
        return ((ReferenceCountedOpenSslEngine) engine).sslPointer();
    }

    static void setTicketKeys(SslContext servers) {
        ((OpenSslSessionContext) servers.sessionContext())
                .setTicketKeys(
                        new OpenSslSessionTicketKey(
                                new byte[OpenSslSessionTicketKey.NAME_SIZE],
                                new byte[OpenSslSessionTicketKey.HMAC_KEY_SIZE],
                                new byte[OpenSslSessionTicketKey.AES_KEY_SIZE]));
    }

    static void release(SslContext... contexts) {
        for (SslContext context : contexts) {
            ReferenceCountUtil.release(context);
        }
    }
}
