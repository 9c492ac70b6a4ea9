package io.rustls4j.cli.demo;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.cli.Negotiated;
import io.rustls4j.cli.server.TlsListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.LongConsumer;

/** A client and a running server on one engine. */
final class EngineUnderDemo implements AutoCloseable {
    private static final String PROTOCOL = "rustls4j-demo";

    private final ClientConfig client;
    private final ServerConfig server;
    private final TlsListener listener;
    private final Failures failures;

    private EngineUnderDemo(
            ClientConfig client, ServerConfig server, TlsListener listener, Failures failures) {
        this.client = client;
        this.server = server;
        this.listener = listener;
        this.failures = failures;
    }

    static EngineUnderDemo start(EngineKind kind, DemoCertificates certificates)
            throws IOException {
        ServerConfig server =
                ServerConfig.builder(kind)
                        .certifiedKeys(certificates.server())
                        .alpnProtocols(PROTOCOL)
                        .build();
        ClientConfig client =
                ClientConfig.builder(kind)
                        .roots(certificates.roots())
                        .alpnProtocols(PROTOCOL)
                        .build();
        Failures failures = new Failures();
        InetSocketAddress anyPort =
                new InetSocketAddress(InetAddress.ofLiteral(DemoCertificates.ADDRESS), 0);
        TlsListener listener = TlsListener.bind(anyPort, server, new Download(), failures);
        Thread.ofVirtual().name("demo-server").start(listener::serve);
        return new EngineUnderDemo(client, server, listener, failures);
    }

    /** Connects, downloads, and says what was negotiated. */
    Negotiated download(String serverName, long size, LongConsumer progress) throws IOException {
        try (SocketChannel transport = SocketChannel.open(listener.address())) {
            transport.setOption(StandardSocketOptions.TCP_NODELAY, true);
            try (TlsChannel channel = TlsChannel.client(client, serverName, transport)) {
                channel.handshake();
                Negotiated negotiated = channel.ask(Negotiated::of);
                Download.fetch(channel, size, progress);
                return negotiated;
            }
        }
    }

    Failures failures() {
        return failures;
    }

    @Override
    public void close() {
        listener.close();
        client.close();
        server.close();
    }
}
