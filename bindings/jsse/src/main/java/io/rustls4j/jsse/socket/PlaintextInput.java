package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.Objects;

/** What the peer has sent, decrypted. */
final class PlaintextInput extends InputStream {
    private static final int SKIPPED_AT_ONCE = 1024;

    private final Link link;
    private final Handshaking handshaking;
    private final Closure closure;

    PlaintextInput(Link link, Handshaking handshaking, Closure closure) {
        this.link = link;
        this.handshaking = handshaking;
        this.closure = closure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) <= 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        handshaking.ensureDone();
        if (!link.isEstablished() || link.isClosing()) {
            throw new SocketException("Connection or inbound has closed");
        }
        return link.reader().read(target, offset, length);
    }

    /** What can be read without a record more. */
    @Override
    public int available() throws IOException {
        return isAtEnd() ? 0 : link.reader().available();
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[Math.clamp(count, 0, SKIPPED_AT_ONCE)];
        long left = count;
        while (left > 0) {
            int read = read(skipped, 0, (int) Math.min(left, skipped.length));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count <= 0 ? 0 : count - left;
    }

    /** Closes the socket. */
    @Override
    public void close() {
        closure.close();
    }

    private boolean isAtEnd() throws IOException {
        if (link.reader().hasFailureDue()) {
            return false;
        }
        link.requireUnbroken();
        return link.isClosed() || link.connection().isInboundDone();
    }
}
