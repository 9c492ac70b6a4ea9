package io.rustls4j.osgi.netty;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Sends a text from one of Netty's engines to another, and says what arrives, and how. */
public final class NettyApplication implements Function<KeyStore, String> {
    private static final int ROOM = 1 << 16;

    /** For the framework's class loader. */
    public NettyApplication() {}

    @Override
    public String apply(KeyStore own) {
        try {
            SslContext servers =
                    SslContextBuilder.forServer(
                                    (PrivateKey) own.getKey("own", new char[0]),
                                    (X509Certificate) own.getCertificate("own"))
                            .sslProvider(SslProvider.OPENSSL)
                            .protocols("TLSv1.3")
                            .build();
            SslContext clients =
                    SslContextBuilder.forClient()
                            .sslProvider(SslProvider.OPENSSL)
                            .protocols("TLSv1.3")
                            .trustManager((X509Certificate) own.getCertificate("root"))
                            .build();
            return talk(clients, servers);
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String talk(SslContext clients, SslContext servers) throws SSLException {
        SSLEngine client =
                clients.newEngine(UnpooledByteBufAllocator.DEFAULT, "server.example", 443);
        SSLEngine server = servers.newEngine(UnpooledByteBufAllocator.DEFAULT);
        ByteBuffer up = ByteBuffer.allocate(ROOM);
        ByteBuffer down = ByteBuffer.allocate(ROOM);
        ByteBuffer received = ByteBuffer.allocate(ROOM);
        client.beginHandshake();
        server.beginHandshake();
        while (isHandshaking(client) || isHandshaking(server)) {
            step(client, up, down, received);
            step(server, down, up, received);
        }
        client.wrap(ByteBuffer.wrap("over the wall".getBytes(StandardCharsets.UTF_8)), up);
        server.unwrap(up.flip(), received);
        return OpenSsl.versionString()
                + ", "
                + server.getSession().getProtocol()
                + ": "
                + StandardCharsets.UTF_8.decode(received.flip());
    }

    private static boolean isHandshaking(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void step(SSLEngine engine, ByteBuffer out, ByteBuffer in, ByteBuffer received)
            throws SSLException {
        engine.wrap(ByteBuffer.allocate(0), out);
        engine.unwrap(in.flip(), received);
        in.compact();
        Runnable task;
        while ((task = engine.getDelegatedTask()) != null) {
            task.run();
        }
    }
}
