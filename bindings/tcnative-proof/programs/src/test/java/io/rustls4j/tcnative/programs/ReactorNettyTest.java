package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** HTTPS of Reactor Netty, both sides with Netty's provider for OpenSSL. */
class ReactorNettyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<SSLEngine> engines = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"HTTP11", "H2"})
    void sendsAndReceives(HttpProtocol protocol) {
        byte[] content = DropIn.content(1 << 20);
        DisposableServer server = server(protocol);
        ConnectionProvider connections = ConnectionProvider.create("test", 4);
        try {
            HttpClient client = client(connections, protocol).port(server.port());
            for (int i = 0; i < 3; i++) {
                byte[] answer =
                        client.post()
                                .uri("/")
                                .send(ByteBufFlux.fromInbound(Mono.just(content)))
                                .responseSingle((response, body) -> body.asByteArray())
                                .block(PATIENCE);
                assertThat(answer).isEqualTo(content);
            }
            assertThat(engines).hasSizeGreaterThanOrEqualTo(2).allSatisfy(DropIn::assertIsOf);
            assertThat(engines)
                    .extracting(SSLEngine::getApplicationProtocol)
                    .containsOnly(protocol == HttpProtocol.H2 ? "h2" : null);
        } finally {
            connections.disposeLater().block(PATIENCE);
            server.disposeNow(PATIENCE);
        }
    }

    private DisposableServer server(HttpProtocol protocol) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .protocol(protocol)
                .secure(
                        tls ->
                                tls.sslContext(serverContext(protocol))
                                        .handlerConfigurator(
                                                handler -> engines.add(handler.engine())))
                .handle((request, response) -> response.send(request.receive().retain()))
                .bindNow(PATIENCE);
    }

    private HttpClient client(ConnectionProvider connections, HttpProtocol protocol) {
        return HttpClient.create(connections)
                .host("localhost")
                .protocol(protocol)
                .secure(
                        tls ->
                                tls.sslContext(clientContext(protocol))
                                        .handlerConfigurator(
                                                handler -> engines.add(handler.engine())));
    }

    private static GenericSslContextSpec<SslContextBuilder> serverContext(HttpProtocol protocol) {
        PrivateKey key = DropIn.SERVER.privateKey();
        X509Certificate certificate = DropIn.SERVER.certificate();
        GenericSslContextSpec<SslContextBuilder> context =
                protocol == HttpProtocol.H2
                        ? Http2SslContextSpec.forServer(key, certificate)
                        : Http11SslContextSpec.forServer(key, certificate);
        return openSsl(context);
    }

    private static GenericSslContextSpec<SslContextBuilder> clientContext(HttpProtocol protocol) {
        return openSsl(
                protocol == HttpProtocol.H2
                        ? Http2SslContextSpec.forClient()
                        : Http11SslContextSpec.forClient());
    }

    private static GenericSslContextSpec<SslContextBuilder> openSsl(
            GenericSslContextSpec<SslContextBuilder> context) {
        return context.configure(
                builder ->
                        builder.sslProvider(SslProvider.OPENSSL)
                                .trustManager(DropIn.AUTHORITY.certificate()));
    }
}
