package io.rustls4j.examples.facade;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Greets whoever asks, a thread for each: {@code Server PORT CHAIN.pem KEY.pem}. */
public final class Server {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\nhello, world"
                    .getBytes(StandardCharsets.US_ASCII);

    private Server() {}

    /**
     * Serves until it is killed.
     *
     * @param args the port, and the files with the certificate's chain and its key
     * @throws IOException if the port is taken
     */
    public static void main(String[] args) throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(Integer.parseInt(args[0])));
            serve(listener, Path.of(args[1]), Path.of(args[2]));
        }
    }

    /**
     * Serves until the listener is closed.
     *
     * @param listener where clients come from
     * @param chain a PEM file with the server's certificates
     * @param key a PEM file with the private key
     * @throws IOException when the listener is closed
     */
    public static void serve(ServerSocketChannel listener, Path chain, Path key)
            throws IOException {
        // tag::server[]
        try (ServerConfig config =
                ServerConfig.builder()
                        .certifiedKeys(CertifiedKey.fromPemFiles(chain, key))
                        .build()) {
            while (true) {
                TlsChannel channel = TlsChannel.server(config, listener.accept());
                Thread.startVirtualThread(() -> answer(channel));
            }
        }
        // end::server[]
    }

    /** The handshake happens in the first read, and so not in the thread that accepts. */
    private static void answer(TlsChannel channel) {
        try (channel) {
            channel.read(ByteBuffer.allocate(16384));
            channel.write(ByteBuffer.wrap(ANSWER));
        } catch (IOException e) {
            System.err.println("a connection failed: " + e);
        }
    }
}
