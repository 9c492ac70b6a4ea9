package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A program that makes connections and prints how much it has grown; see {@link FlatMemoryTest}.
 */
final class SocketChurn {
    private static final int WARM_UP = 1_000;
    private static final int KIB = 1024;
    private static final Pattern GROWTH =
            Pattern.compile("heap (-?\\d+) KiB, process (-?\\d+) KiB");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** In KiB. */
    record Growth(long heap, long process) {
        static Growth in(String output) {
            Matcher matcher = GROWTH.matcher(output);
            if (!matcher.find()) {
                throw new AssertionError("no result in: " + output);
            }
            return new Growth(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
    }

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
            connect(listening.getLocalPort(), WARM_UP);
            long heap = heap();
            long process = resident();
            connect(listening.getLocalPort(), count);
            long heapAfter = heap();
            System.out.printf(
                    "heap %d KiB, process %d KiB%n", heapAfter - heap, resident() - process);
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

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / KIB;
    }

    private static long resident() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/self/status")));
        if (!matcher.find()) {
            throw new AssertionError("no VmRSS in /proc/self/status");
        }
        return Long.parseLong(matcher.group(1));
    }
}
