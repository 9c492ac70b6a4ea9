package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** What is sent to the peer, encrypted at once: there is nothing to flush. */
final class PlaintextOutput extends OutputStream {
    private final Link link;
    private final Handshaking handshaking;
    private final Closure closure;

    PlaintextOutput(Link link, Handshaking handshaking, Closure closure) {
        this.link = link;
        this.handshaking = handshaking;
        this.closure = closure;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** Failures of the transport leave the other direction alone: more may be there to be read. */
    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, source.length);
        if (length == 0) {
            return;
        }
        handshaking.ensureDone();
        if (!link.isEstablished()
                || link.isBroken()
                || link.isClosing()
                || link.connection().isOutboundDone()) {
            throw new SocketException("Connection or outbound has closed");
        }
        try {
            link.writer().write(source, offset, length);
        } catch (SSLException e) {
            link.fail(e);
            throw e;
        }
    }

    /** Closes the socket. */
    @Override
    public void close() {
        closure.close();
    }
}
