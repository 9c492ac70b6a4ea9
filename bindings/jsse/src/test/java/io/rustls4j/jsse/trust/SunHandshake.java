package io.rustls4j.jsse.trust;

import io.rustls4j.testkit.IssuedCertificate;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The oracle: a handshake of SunJSSE with itself, over which a client's trust manager judges. */
final class SunHandshake {
    private static final int ROOM = 64 * 1024;

    private final SSLEngine client;
    private final SSLEngine server;
    private ByteBuffer toServer = ByteBuffer.allocate(ROOM).flip();
    private ByteBuffer toClient = ByteBuffer.allocate(ROOM).flip();

    private SunHandshake(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
    }

    /** What the client's side says against the server: what the manager or SunJSSE has thrown. */
    static Optional<CertificateException> refusal(
            X509TrustManager manager,
            IssuedCertificate identity,
            @Nullable String peerHost,
            SSLParameters wishes)
            throws GeneralSecurityException {
        SSLEngine client = context(new KeyManager[0], manager).createSSLEngine(peerHost, 443);
        client.setUseClientMode(true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(wishes.getEndpointIdentificationAlgorithm());
        parameters.setServerNames(wishes.getServerNames());
        if (wishes.getAlgorithmConstraints() != null) {
            parameters.setAlgorithmConstraints(wishes.getAlgorithmConstraints());
        }
        client.setSSLParameters(parameters);
        SSLEngine server =
                context(new KeyManager[] {new FixedKey(identity)}, manager).createSSLEngine();
        server.setUseClientMode(false);
        return new SunHandshake(client, server).run();
    }

    private static SSLContext context(KeyManager[] keys, X509TrustManager manager)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
        context.init(keys, new TrustManager[] {manager}, null);
        return context;
    }

    private Optional<CertificateException> run() {
        try {
            client.beginHandshake();
            server.beginHandshake();
            while (client.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
                toServer = step(client, toClient, toServer);
                toClient = step(server, toServer, toClient);
            }
            return Optional.empty();
        } catch (SSLException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof CertificateException refusal) {
                    return Optional.of(refusal);
                }
            }
            throw new AssertionError("the handshake failed over something else", e);
        }
    }

    private static ByteBuffer step(SSLEngine engine, ByteBuffer in, ByteBuffer out)
            throws SSLException {
        out.compact();
        boolean moves = true;
        while (moves) {
            moves = false;
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> {
                    engine.getDelegatedTask().run();
                    moves = true;
                }
                case NEED_WRAP ->
                        moves = engine.wrap(ByteBuffer.allocate(0), out).bytesProduced() > 0;
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN ->
                        moves =
                                in.hasRemaining()
                                        && engine.unwrap(in, ByteBuffer.allocate(ROOM))
                                                        .bytesConsumed()
                                                > 0;
                case NOT_HANDSHAKING, FINISHED -> moves = false;
            }
        }
        return out.flip();
    }

    static X509TrustManager trustingAll(X509Certificate... issuers) {
        return new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return issuers;
            }
        };
    }
}
