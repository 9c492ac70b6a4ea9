package io.rustls4j.jsse.socket;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Future;

/** Bytes that both ends know. */
final class Traffic {
    private static final int SEED = 20;

    private Traffic() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    /** Sends and receives in the background, in pieces: whether all came as it was sent. */
    static Future<Boolean> flow(Socket from, Socket to, int count, int piece) {
        byte[] sent = bytes(count);
        Future<?> sending = Background.run(() -> send(from, sent, piece));
        return Background.call(
                () -> {
                    byte[] received = receive(to, count, piece);
                    Background.await(sending);
                    return Arrays.equals(sent, received);
                });
    }

    static void send(Socket to, byte[] bytes, int piece) throws Exception {
        OutputStream out = to.getOutputStream();
        for (int at = 0; at < bytes.length; at += piece) {
            out.write(bytes, at, Math.min(piece, bytes.length - at));
        }
    }

    static byte[] receive(Socket from, int count, int piece) throws Exception {
        InputStream in = from.getInputStream();
        byte[] received = new byte[count];
        int at = 0;
        while (at < count) {
            int read = in.read(received, at, Math.min(piece, count - at));
            if (read < 0) {
                throw new IllegalStateException("ended after " + at + " bytes of " + count);
            }
            at += read;
        }
        return received;
    }
}
