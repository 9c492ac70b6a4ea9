package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.memory.Tap;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.ServerHello;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a server sent in one handshake, as an observer on the wire sees it. */
final class ServerFlights implements Tap {
    private static final int HANDSHAKE = 22;
    private static final int RECORD_HEADER = 5;
    private static final int CERTIFICATE = 11;

    private final List<byte[]> flights = new ArrayList<>();

    @Override
    public void serverSent(ByteBuffer wire) {
        ByteBuffer sent = wire.duplicate().flip();
        if (sent.hasRemaining()) {
            byte[] flight = new byte[sent.remaining()];
            sent.get(flight);
            flights.add(flight);
        }
    }

    ServerHello hello() throws MalformedMessageException {
        return ServerHello.parse(firstRecord());
    }

    /** Whether TLS 1.2's server showed a certificate; with TLS 1.3 nobody can see that. */
    boolean showsCertificate() {
        byte[] messages = clearHandshake();
        int at = 0;
        while (at + 4 <= messages.length) {
            if (messages[at] == CERTIFICATE) {
                return true;
            }
            at += 4 + u24(messages, at + 1);
        }
        return false;
    }

    private byte[] firstRecord() {
        byte[] flight = flights.getFirst();
        int length = u16(flight, 3);
        byte[] record = new byte[length];
        System.arraycopy(flight, RECORD_HEADER, record, 0, length);
        return record;
    }

    /** The handshake's messages in the first flight, records taken off. */
    private byte[] clearHandshake() {
        byte[] flight = flights.getFirst();
        ByteBuffer messages = ByteBuffer.allocate(flight.length);
        int at = 0;
        while (at + RECORD_HEADER <= flight.length && flight[at] == HANDSHAKE) {
            int length = u16(flight, at + 3);
            messages.put(flight, at + RECORD_HEADER, length);
            at += RECORD_HEADER + length;
        }
        byte[] all = new byte[messages.position()];
        messages.flip().get(all);
        return all;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | u16(bytes, at + 1);
    }
}
