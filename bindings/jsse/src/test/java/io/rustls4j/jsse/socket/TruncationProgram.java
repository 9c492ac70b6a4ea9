package io.rustls4j.jsse.socket;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A program whose TLS connections end without a close_notify; prints what its reader sees. */
final class TruncationProgram {
    private TruncationProgram() {}

    public static void main(String[] arguments) throws Exception {
        for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
            for (Stack stack : Stack.values()) {
                System.out.println(
                        protocol + " " + stack + " " + truncated(stack, protocol).text());
            }
        }
    }

    private static Outcome truncated(Stack stack, String protocol) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listening = new ServerSocket(0, 1, loopback);
                Socket near = new Socket(loopback, listening.getLocalPort());
                Socket far = listening.accept();
                SSLSocket client =
                        (SSLSocket)
                                stack.context()
                                        .getSocketFactory()
                                        .createSocket(near, "localhost", 443, true);
                SSLSocket server =
                        (SSLSocket)
                                Stack.JDK
                                        .context()
                                        .getSocketFactory()
                                        .createSocket(far, (InputStream) null, true)) {
            client.setEnabledProtocols(new String[] {protocol});
            new Pair(client, server).shakeHands();
            far.shutdownOutput();
            InputStream in = client.getInputStream();
            Outcome outcome = Outcome.of(() -> System.out.println("read " + in.read()));
            System.out.println("closed " + client.isClosed());
            return outcome;
        }
    }
}
