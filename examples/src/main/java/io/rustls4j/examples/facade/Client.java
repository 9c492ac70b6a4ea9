package io.rustls4j.examples.facade;

import io.rustls4j.ClientConfig;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsChannel;
import io.rustls4j.WebPkiServerVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks a server for its front page: {@code Client HOST PORT [ROOTS.pem]}. */
public final class Client {
    private Client() {}

    /**
     * Prints what the server answers.
     *
     * @param args the server's name and port, and the roots to trust in place of the system's
     * @throws IOException if it cannot be reached, or is not to be trusted
     */
    public static void main(String[] args) throws IOException {
        ServerCertVerifier verifier =
                args.length > 2 ? trusting(Path.of(args[2])) : ServerCertVerifier.platform();
        System.out.println(get(args[0], Integer.parseInt(args[1]), verifier));
    }

    private static ServerCertVerifier trusting(Path roots) {
        return WebPkiServerVerifier.builder(RootCertStore.builder().addPemFile(roots).build())
                .build();
    }

    /**
     * Asks for the front page.
     *
     * @param host the server's name, which its certificate must be for
     * @param port its port
     * @param verifier decides whether it is trusted
     * @return the whole answer
     * @throws IOException if it cannot be reached, or is not to be trusted
     */
    public static String get(String host, int port, ServerCertVerifier verifier)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        byte[] request =
                ("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        // tag::client[]
        try (ClientConfig config =
                        ClientConfig.builder()
                                .serverVerifier(verifier)
                                .alpnProtocols("http/1.1")
                                .build();
                TlsChannel channel = TlsChannel.client(config, host, SocketChannel.open(address))) {
            channel.write(ByteBuffer.wrap(request));
            return readToTheEnd(channel);
        }
        // end::client[]
    }

    private static String readToTheEnd(TlsChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(16384);
        while (channel.read(buffer) >= 0) {
            answer.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
