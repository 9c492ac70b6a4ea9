package io.rustls4j.osgi.jsse;

import io.rustls4j.jsse.Rustls4jProvider;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/** Sends a text from one engine to another, and says what arrives, and how. */
public final class ProviderApplication implements Function<KeyStore, String> {
    private static final int ROOM = 1 << 16;

    /** For the framework's class loader. */
    public ProviderApplication() {}

    @Override
    public String apply(KeyStore own) {
        try {
            Provider provider = new Rustls4jProvider();
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX", provider);
            keys.init(own, new char[0]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", provider);
            trust.init(own);
            SSLContext context = SSLContext.getInstance("TLS", provider);
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return talk(context);
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String talk(SSLContext context) throws SSLException {
        SSLEngine client = context.createSSLEngine("server.example", 443);
        client.setUseClientMode(true);
        SSLEngine server = context.createSSLEngine();
        server.setUseClientMode(false);
        ByteBuffer up = ByteBuffer.allocate(ROOM);
        ByteBuffer down = ByteBuffer.allocate(ROOM);
        ByteBuffer received = ByteBuffer.allocate(ROOM);
        while (isHandshaking(client) || isHandshaking(server)) {
            step(client, up, down, received);
            step(server, down, up, received);
        }
        client.wrap(ByteBuffer.wrap("over the wall".getBytes(StandardCharsets.UTF_8)), up);
        server.unwrap(up.flip(), received);
        return context.getProvider().getName()
                + ", "
                + server.getSession().getProtocol()
                + ": "
                + StandardCharsets.UTF_8.decode(received.flip());
    }

    private static boolean isHandshaking(SSLEngine engine) {
        return !engine.getSession().isValid()
                || engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
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
