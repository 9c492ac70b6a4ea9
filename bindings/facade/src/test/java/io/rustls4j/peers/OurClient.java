package io.rustls4j.peers;

import io.rustls4j.ClientConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.TruncatedException;
import io.rustls4j.testkit.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Our client, which asks a server on loopback for one page. */
final class OurClient {
    private OurClient() {}

    /**
     * A page, and the connection over which it came.
     *
     * @param text all that the server sent
     * @param visit what our side saw
     */
    record Page(String text, Visit visit) {}

    /** Connects to a port as to a server of some name, and asks for the first page. */
    static Page get(ClientConfig config, String name, int port) throws IOException {
        return get(config, name, port, "/");
    }

    static Page get(ClientConfig config, String name, int port, String path) throws IOException {
        SocketChannel socket = SocketChannel.open(new InetSocketAddress(Loopback.ADDRESS, port));
        try (TlsChannel channel = TlsChannel.client(config, name, socket)) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            String text = readAll(channel);
            return new Page(
                    text, channel.ask(connection -> Visit.of(connection, Optional.empty())));
        }
    }

    /** Does a handshake and nothing else. */
    static Visit handshake(ClientConfig config, String name, int port) throws IOException {
        SocketChannel socket = SocketChannel.open(new InetSocketAddress(Loopback.ADDRESS, port));
        try (TlsChannel channel = TlsChannel.client(config, name, socket)) {
            channel.handshake();
            return channel.ask(connection -> Visit.of(connection, Optional.empty()));
        }
    }

    private static String readAll(TlsChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(20_000);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                all.write(buffer.array(), 0, buffer.position());
            }
        } catch (TruncatedException e) {
            // HTTP/1.0 servers may hang up without a word; what was promised must still be there.
            if (all.size() == 0) {
                throw e;
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
