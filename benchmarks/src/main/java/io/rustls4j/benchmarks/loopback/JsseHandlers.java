package io.rustls4j.benchmarks.loopback;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import io.rustls4j.benchmarks.contestant.jsse.Contexts;
import io.rustls4j.benchmarks.contestant.jsse.JsseContestant;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A JSSE provider's engines, by Netty's context for the JDK. */
final class JsseHandlers implements Handlers {
    private final JsseContestant contestant;
    private final Scenario scenario;
    private final JdkSslContext client;
    private final JdkSslContext server;
    private final SSLParameters clientParameters;
    private final SSLParameters serverParameters;
    private final Ports ports;

    private JsseHandlers(JsseContestant contestant, Scenario scenario, Contexts contexts) {
        this.contestant = contestant;
        this.scenario = scenario;
        this.client = context(contexts.client(), true, scenario);
        this.server = context(contexts.server(), false, scenario);
        this.clientParameters = contestant.clientParameters(scenario);
        this.serverParameters = contestant.serverParameters(scenario);
        this.ports = new Ports(scenario);
    }

    static JsseHandlers of(JsseContestant contestant, Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        return new JsseHandlers(contestant, scenario, contestant.contexts(scenario, credentials));
    }

    private static JdkSslContext context(SSLContext context, boolean client, Scenario scenario) {
        return new JdkSslContext(
                context,
                client,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                scenario.isMutual() ? ClientAuth.REQUIRE : ClientAuth.NONE,
                new String[] {scenario.version().jsseName()},
                false);
    }

    @Override
    public SslHandler client(ByteBufAllocator allocator) {
        SslHandler handler = client.newHandler(allocator, Scenario.SERVER_NAME, ports.next());
        return tuned(handler, clientParameters);
    }

    @Override
    public SslHandler server(ByteBufAllocator allocator) {
        return tuned(server.newHandler(allocator), serverParameters);
    }

    private SslHandler tuned(SslHandler handler, SSLParameters parameters) {
        handler.engine().setSSLParameters(parameters);
        contestant.tune(handler.engine(), scenario);
        return handler;
    }

    @Override
    public void close() {}
}
