package io.rustls4j.cli.client;

import io.rustls4j.TlsChannel;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.VersionText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/** One GET over HTTP/1.1: the content goes to standard output. */
final class HttpGet {
    private final String path;
    private final String host;

    HttpGet(String path, String host) {
        this.path = path;
        this.host = host;
    }

    /** A path with a blank or a line break in it would be a request of another kind. */
    static void check(String path) throws CommandFailure {
        if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw CommandFailure.ofUsage(
                    "--http-get '"
                            + path
                            + "' is not a path; wanted is one that begins with / and is percent-encoded",
                    null);
        }
    }

    /** Returns the status line's code and reason. */
    HttpAnswer run(TlsChannel channel, OutputStream out) throws IOException {
        String request =
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nUser-Agent: rustls4j/"
                        + VersionText.version()
                        + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return HttpAnswer.read(new BufferedInputStream(Channels.newInputStream(channel)), out);
    }
}
