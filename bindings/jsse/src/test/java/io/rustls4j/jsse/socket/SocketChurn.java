package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.memory.Growth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A program that makes connections and prints how much it has grown; see {@link FlatMemoryTest}.
 */
final class SocketChurn {
    private static final int WARM_UP = 1_000;

    private SocketChurn() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listening =
                Stack.RUSTLS
                        .context()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, loopback)) {
            Future<?> serving = Background.run(() -> serve(listening, WARM_UP + count));
            Growth.print(made -> connect(listening.getLocalPort(), made), WARM_UP, count);
            Background.await(serving);
        }
    }

    private static void serve(ServerSocket listening, int count) throws Exception {
        for (int served = 0; served < count; served++) {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                socket.setTcpNoDelay(true);
                socket.getOutputStream().write(socket.getInputStream().read());
                socket.getInputStream().read();
            }
        }
    }

    private static void connect(int port, int count) throws IOException {
        SSLSocketFactory factory = Stack.RUSTLS.context().getSocketFactory();
        for (int made = 0; made < count; made++) {
            try (SSLSocket socket = (SSLSocket) factory.createSocket("localhost", port)) {
                socket.setTcpNoDelay(true);
                socket.setEnabledProtocols(
                        new String[] {Meeting.PROTOCOLS.get(made % Meeting.PROTOCOLS.size())});
                socket.getOutputStream().write(5);
                if (socket.getInputStream().read() != 5) {
                    throw new AssertionError("connection " + made + " gave no answer");
                }
            }
        }
    }
}
