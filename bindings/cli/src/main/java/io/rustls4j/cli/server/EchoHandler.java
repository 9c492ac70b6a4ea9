package io.rustls4j.cli.server;

import io.rustls4j.TlsChannel;
import io.rustls4j.cli.ByteCount;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends back what it receives. */
final class EchoHandler implements ConnectionHandler {
    private static final int BUFFER = 16 * 1024;

    @Override
    public String serve(TlsChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long total = 0;
        while (channel.read(buffer) >= 0) {
            total += buffer.position();
            channel.write(buffer.flip());
            buffer.clear();
        }
        return ByteCount.of(total) + " echoed";
    }
}
