package io.rustls4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.function.Function;

/** Waits for a client's hello on a blocking channel and answers it. */
final class AcceptLoop {
    private AcceptLoop() {}

    /**
     * Returns the connection for the chosen configuration; leaves in {@code received} what it did
     * not use.
     */
    static TlsConnection accept(
            Acceptor acceptor,
            Function<ClientHello, Optional<ServerConfig>> choice,
            ByteChannel transport,
            ByteBuffer received)
            throws IOException {
        Accepted accepted = await(acceptor, transport, received);
        Optional<ServerConfig> config = choice.apply(accepted.clientHello());
        if (config.isEmpty()) {
            send(transport, accepted.reject(AlertDescription.UNRECOGNISED_NAME));
            throw new ProtocolErrorException(
                    ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                    "no configuration for a client that asks for "
                            + accepted.clientHello().serverName().orElse("no name"),
                    AlertDescription.UNRECOGNISED_NAME,
                    null);
        }
        try {
            return accepted.intoConnection(config.get());
        } catch (TlsException e) {
            tell(acceptor, transport, e);
            throw e;
        }
    }

    private static Accepted await(Acceptor acceptor, ByteChannel transport, ByteBuffer received)
            throws IOException {
        for (; ; ) {
            received.compact();
            int count = transport.read(received);
            received.flip();
            if (count < 0) {
                throw new TruncatedException(
                        "the transport ended before the client's hello was complete");
            }
            acceptor.read(received);
            try {
                Optional<Accepted> accepted = acceptor.accept();
                if (accepted.isPresent()) {
                    return accepted.get();
                }
            } catch (TlsException e) {
                tell(acceptor, transport, e);
                throw e;
            }
        }
    }

    private static void tell(Acceptor acceptor, ByteChannel transport, TlsException reason) {
        try {
            send(transport, acceptor.pendingAlert());
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static void send(ByteChannel transport, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            transport.write(buffer);
        }
    }
}
