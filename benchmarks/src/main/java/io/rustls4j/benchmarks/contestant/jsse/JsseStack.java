package io.rustls4j.benchmarks.contestant.jsse;

import io.rustls4j.benchmarks.contestant.Connection;
import io.rustls4j.benchmarks.contestant.EngineConnection;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Engines of one provider. */
final class JsseStack implements Stack {
    private static final int PORTS = 0xffff;

    private final Contexts contexts;
    private final JsseContestant contestant;
    private final Scenario scenario;
    private final SSLParameters clientParameters;
    private final SSLParameters serverParameters;

    /** Without a ticket, nothing is resumed with TLS 1.3. */
    private final boolean samePeer;

    private int port = 1;

    JsseStack(Contexts contexts, JsseContestant contestant, Scenario scenario) {
        this.contexts = contexts;
        this.contestant = contestant;
        this.scenario = scenario;
        this.clientParameters = contestant.clientParameters(scenario);
        this.serverParameters = contestant.serverParameters(scenario);
        this.samePeer = scenario.isResumed() || scenario.version() == TlsVersion.TLS13;
    }

    @Override
    public Connection client() throws IOException {
        SSLEngine engine =
                contexts.client()
                        .createSSLEngine(Scenario.SERVER_NAME, samePeer ? port : nextPort());
        engine.setUseClientMode(true);
        engine.setSSLParameters(clientParameters);
        return start(engine);
    }

    @Override
    public Connection server() throws IOException {
        SSLEngine engine = contexts.server().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(serverParameters);
        return start(engine);
    }

    private Connection start(SSLEngine engine) throws IOException {
        contestant.tune(engine, scenario);
        return new EngineConnection(engine);
    }

    /**
     * JSSE cannot be told to resume nothing with TLS 1.2, but it remembers sessions by port: with
     * another port each time and room for one session, nothing is found.
     */
    private int nextPort() {
        port = port % PORTS + 1;
        return port;
    }

    @Override
    public void close() {}
}
