package io.rustls4j.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.programs.clients.HttpsClientUnderTest;
import io.rustls4j.programs.servers.HttpsServerUnderTest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each client with each server: both on rustls, and one of them on the JDK's own TLS. */
@Timeout(120)
class ProgramsTest {
    private static final int REQUESTS = 20;
    private static final int BODY = 200_000;
    private static final String ANOTHER_ADDRESS = "127.0.0.2";

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (HttpsClientUnderTest.Kind client : HttpsClientUnderTest.Kind.values()) {
            for (HttpsServerUnderTest.Kind server : HttpsServerUnderTest.Kind.values()) {
                pairs.add(Arguments.of(client, Tls.RUSTLS, server, Tls.RUSTLS));
                pairs.add(Arguments.of(client, Tls.JDK, server, Tls.RUSTLS));
                if (server != HttpsServerUnderTest.Kind.TOMCAT_RUSTLS_IMPLEMENTATION) {
                    pairs.add(Arguments.of(client, Tls.RUSTLS, server, Tls.JDK));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} on {1} with {2} on {3}")
    @MethodSource("pairs")
    void doWorkTogether(
            HttpsClientUnderTest.Kind clientKind,
            Tls clientTls,
            HttpsServerUnderTest.Kind serverKind,
            Tls serverTls)
            throws Exception {
        try (HttpsServerUnderTest server = serverKind.start(serverTls);
                HttpsClientUnderTest client = clientKind.start(clientTls)) {
            HttpsClientUnderTest.Answer large = client.get(uri(server, Content.LARGE_PATH));
            assertThat(large.status()).isEqualTo(200);
            assertThat(large.body()).isEqualTo(ByteBuffer.wrap(Content.large()));
            assertThat(large.protocol())
                    .isEqualTo(clientKind.http2() && serverKind.http2() ? "HTTP/2" : "HTTP/1.1");
            echoMany(client, uri(server, Content.ECHO_PATH));
        }
    }

    private static void echoMany(HttpsClientUnderTest client, URI uri) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ByteBuffer>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                byte[] body = Content.first(BODY + i);
                answers.add(callers.submit(() -> client.post(uri, body).body()));
            }
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(answers.get(i).get())
                        .isEqualTo(ByteBuffer.wrap(Content.first(BODY + i)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.programs.clients.HttpsClientUnderTest$Kind#values")
    void refuseTheWrongName(HttpsClientUnderTest.Kind kind) throws Exception {
        try (HttpsServerUnderTest server = HttpsServerUnderTest.atAnotherAddress(ANOTHER_ADDRESS);
                HttpsClientUnderTest client = kind.start(Tls.RUSTLS)) {
            URI wrong =
                    URI.create(
                            "https://"
                                    + ANOTHER_ADDRESS
                                    + ":"
                                    + server.port()
                                    + Content.LARGE_PATH);
            assertThatThrownBy(() -> client.get(wrong)).isInstanceOf(SSLException.class);
        }
    }

    private static URI uri(HttpsServerUnderTest server, String path) {
        return URI.create("https://localhost:" + server.port() + path);
    }
}
