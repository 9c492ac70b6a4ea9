package io.rustls4j.peers;

import io.rustls4j.TlsChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** What our server says to a client. */
@FunctionalInterface
interface Conversation {
    void talk(TlsChannel channel) throws IOException;

    /** Sends back each line with a word before it. */
    static Conversation echo() {
        return channel -> {
            OutputStream out = Channels.newOutputStream(channel);
            Scanner lines =
                    new Scanner(Channels.newInputStream(channel), StandardCharsets.US_ASCII);
            while (lines.hasNextLine()) {
                out.write(("echo " + lines.nextLine() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            IOException failure = lines.ioException();
            if (failure != null) {
                throw failure;
            }
        };
    }

    /** Answers one HTTP request. */
    static Conversation http(byte[] body) {
        return channel -> {
            InputStream in = Channels.newInputStream(channel);
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the request ended with: " + request);
                }
                request.append((char) next);
            }
            OutputStream out = Channels.newOutputStream(channel);
            String head =
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                            + body.length
                            + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        };
    }
}
