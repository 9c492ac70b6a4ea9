package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.KeyKind;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server may send its hello in as many records as it likes: what managers see is the same. */
@Timeout(60)
class SplitServerHelloTest {
    private static final int HEADER = 5;
    private static final int HANDSHAKE = 22;

    @ParameterizedTest(name = "{0} by {1} bytes")
    @CsvSource({
        "TLSv1.3,600",
        "TLSv1.3,64",
        "TLSv1.3,40",
        "TLSv1.2,300",
        "TLSv1.2,64",
        "TLSv1.2,40"
    })
    void managersSeeTheSame(String protocol, int size) throws Exception {
        List<String> whole = shown(protocol, 1 << 14);
        assertThat(whole).isNotEmpty().first().asString().contains(protocol);
        assertThat(shown(protocol, size)).isEqualTo(whole);
    }

    private static List<String> shown(String protocol, int size) throws Exception {
        Watching manager = new Watching();
        SSLContext context =
                SSLContext.getInstance("TLS", Identity.context(KeyKind.EC_P256).getProvider());
        context.init(null, new TrustManager[] {manager}, null);
        EnginePair pair = new EnginePair(context, Identity.context(KeyKind.EC_P256), protocol);
        pair.changeWhatIsOnItsWay(
                flight -> flight.length > 0 && flight[HEADER] == 2 ? split(flight, size) : flight);
        pair.handshake();
        return manager.seen;
    }

    private static byte[] split(byte[] flight, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < flight.length; ) {
            int length = ((flight[at + 3] & 0xff) << 8) + (flight[at + 4] & 0xff);
            int step = flight[at] == HANDSHAKE ? size : length;
            for (int from = 0; from < length; from += step) {
                int part = Math.min(step, length - from);
                out.write(flight, at, 3);
                out.write(part >> 8);
                out.write(part);
                out.write(flight, at + HEADER + from, part);
            }
            at += HEADER + length;
        }
        return out.toByteArray();
    }

    private static final class Watching extends X509ExtendedTrustManager {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            ExtendedSSLSession session = (ExtendedSSLSession) engine.getHandshakeSession();
            seen.add(session.getProtocol());
            seen.add(session.getCipherSuite());
            seen.add(authType);
            seen.add(Arrays.toString(session.getLocalSupportedSignatureAlgorithms()));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new AssertionError("asked for a socket");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new AssertionError("asked without an engine");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new AssertionError("asked for a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new AssertionError("asked for a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new AssertionError("asked for a client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
