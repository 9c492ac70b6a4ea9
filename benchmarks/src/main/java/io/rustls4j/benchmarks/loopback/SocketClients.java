package io.rustls4j.benchmarks.loopback;

import io.rustls4j.benchmarks.contestant.jsse.JsseContestant;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connects to the server. Thread-safe. */
final class SocketClients {
    private final SSLContext context;
    private final JsseContestant contestant;
    private final Scenario scenario;
    private final SSLParameters parameters;
    private final InetSocketAddress server;
    private final Ports ports;

    SocketClients(
            SSLContext context,
            JsseContestant contestant,
            Scenario scenario,
            InetSocketAddress server) {
        this.context = context;
        this.contestant = contestant;
        this.scenario = scenario;
        this.parameters = contestant.clientParameters(scenario);
        this.server = server;
        this.ports = new Ports(scenario);
    }

    /** A connection whose handshake is done. */
    SocketClient connect() throws IOException {
        Socket tcp = new Socket();
        try {
            tcp.setTcpNoDelay(true);
            tcp.connect(server);
            SSLSocket tls =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(tcp, Scenario.SERVER_NAME, ports.next(), true);
            tls.setSSLParameters(parameters);
            contestant.tune(tls, scenario);
            tls.startHandshake();
            return new SocketClient(tls);
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }
}
