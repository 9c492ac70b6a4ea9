package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTPS of Vert.x, both sides with its options for OpenSSL. */
class VertxTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<SSLSession> sessions = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void sendsAndReceives(HttpVersion version) throws Exception {
        byte[] content = DropIn.content(1 << 20);
        HttpServer server = server();
        HttpClient client = client(version);
        for (int i = 0; i < 3; i++) {
            Buffer answer =
                    client.request(HttpMethod.POST, server.actualPort(), "localhost", "/")
                            .compose(request -> request.send(Buffer.buffer(content)))
                            .compose(response -> body(response, version))
                            .await(30, TimeUnit.SECONDS);
            assertThat(answer.getBytes()).isEqualTo(content);
        }
        assertThat(sessions).isNotEmpty().allSatisfy(DropIn::assertIsOf);
    }

    private Future<Buffer> body(HttpClientResponse response, HttpVersion version) {
        assertThat(response.version()).isEqualTo(version);
        sessions.add(response.request().connection().sslSession());
        return response.body();
    }

    private void echo(HttpServerRequest request) {
        sessions.add(request.connection().sslSession());
        request.body().onSuccess(request.response()::end);
    }

    private HttpServer server() throws Exception {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setSslEngineOptions(new OpenSSLEngineOptions())
                        .setKeyCertOptions(
                                new PemKeyCertOptions()
                                        .addKeyValue(Buffer.buffer(DropIn.SERVER.keyPem()))
                                        .addCertValue(Buffer.buffer(DropIn.SERVER.chainPem())));
        return vertx.createHttpServer(options)
                .requestHandler(this::echo)
                .listen()
                .await(10, TimeUnit.SECONDS);
    }

    private HttpClient client(HttpVersion version) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(version)
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setSslEngineOptions(new OpenSSLEngineOptions())
                        .setTrustOptions(
                                new PemTrustOptions()
                                        .addCertValue(Buffer.buffer(DropIn.AUTHORITY.pem()))));
    }
}
