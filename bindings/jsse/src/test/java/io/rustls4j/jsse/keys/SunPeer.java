package io.rustls4j.jsse.keys;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** An engine of SunJSSE that trusts everybody, and bytes in and out of it. */
final class SunPeer {
    private static final int ROOM = 64 * 1024;

    private final SSLEngine engine;
    private ByteBuffer pending = ByteBuffer.allocate(0);

    private SunPeer(SSLEngine engine) {
        this.engine = engine;
    }

    static SunPeer client(KeyManager keys) {
        return make(keys, true);
    }

    static SunPeer server(KeyManager keys, X509Certificate... acceptedIssuers) {
        return make(keys, false, acceptedIssuers);
    }

    /** Something for managers to be told of. */
    static SSLEngine unusedEngine() {
        return make(NotingManager.empty(), true).engine;
    }

    private static SunPeer make(
            KeyManager keys, boolean client, X509Certificate... acceptedIssuers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
            context.init(
                    new KeyManager[] {keys},
                    new TrustManager[] {new TrustEverybody(acceptedIssuers)},
                    null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(client);
            return new SunPeer(engine);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SunJSSE", e);
        }
    }

    SSLEngine engine() {
        return engine;
    }

    /** All that it has to send. */
    byte[] send() throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(ROOM);
        step(out);
        byte[] sent = new byte[out.flip().remaining()];
        out.get(sent);
        return sent;
    }

    /** Takes bytes, and answers. */
    byte[] receive(byte[] bytes) throws SSLException {
        ByteBuffer all = ByteBuffer.allocate(pending.remaining() + bytes.length);
        pending = all.put(pending).put(bytes).flip();
        return send();
    }

    private void step(ByteBuffer out) throws SSLException {
        boolean moves = true;
        while (moves) {
            moves =
                    switch (engine.getHandshakeStatus()) {
                        case NEED_TASK -> runTask();
                        case NEED_WRAP ->
                                engine.wrap(ByteBuffer.allocate(0), out).bytesProduced() > 0;
                        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                        case NOT_HANDSHAKING, FINISHED -> begin() || unwrap();
                    };
        }
    }

    private boolean begin() throws SSLException {
        if (!engine.getSession().getProtocol().equals("NONE")
                || engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            return false;
        }
        engine.beginHandshake();
        return true;
    }

    private boolean runTask() {
        engine.getDelegatedTask().run();
        return true;
    }

    private boolean unwrap() throws SSLException {
        return pending.hasRemaining()
                && engine.unwrap(pending, ByteBuffer.allocate(ROOM)).bytesConsumed() > 0;
    }

    private static final class TrustEverybody extends X509ExtendedTrustManager {
        private final X509Certificate[] acceptedIssuers;

        TrustEverybody(X509Certificate... acceptedIssuers) {
            this.acceptedIssuers = acceptedIssuers;
        }

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String authType, @Nullable Socket socket) {}

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String authType, @Nullable Socket socket) {}

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String authType, @Nullable SSLEngine engine) {}

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String authType, @Nullable SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return acceptedIssuers;
        }
    }
}
