package io.rustls4j.rustls;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Calls on buffers that are mapped files. Whoever makes a file shorter takes pages of it away,
 * which ends the process when native code comes upon them, and is an {@link InternalError} in Java.
 * So what is in files is copied here, in Java.
 */
final class MappedTransfer {
    private MappedTransfer() {}

    /** {@link Transfer#wrap} or {@link Transfer#unwrapWithoutUpcall}. */
    @FunctionalInterface
    private interface Call {
        long on(
                MemorySegment connection,
                MemorySegment src,
                long srcOffset,
                long srcLength,
                MemorySegment dst,
                long dstOffset,
                long dstLength);
    }

    /** As {@link BufferTransfer#wrap}. */
    static long wrap(MemorySegment connection, ByteBuffer in, boolean plaintext, ByteBuffer out) {
        byte[] to = new byte[bounded(out)];
        long packed;
        long available;
        do {
            available = plaintext ? in.remaining() : 0;
            byte[] from = available == 0 ? new byte[0] : front(in);
            packed = once(Transfer::wrap, connection, from, in, to, out);
        } while (Transfer.encryptsMore(packed, available, out.hasRemaining()));
        return packed;
    }

    /** As {@link BufferTransfer#unwrap}. */
    static long unwrap(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        byte[] to = new byte[bounded(out)];
        long packed;
        do {
            packed = once(Transfer::unwrapWithoutUpcall, connection, front(in), in, to, out);
        } while (Transfer.decryptsMore(packed, in.hasRemaining(), out.hasRemaining()));
        return packed;
    }

    private static long once(
            Call call,
            MemorySegment connection,
            byte[] from,
            ByteBuffer in,
            byte[] to,
            ByteBuffer out) {
        long packed =
                call.on(
                        connection,
                        MemorySegment.ofArray(from),
                        0,
                        from.length,
                        MemorySegment.ofArray(to),
                        0,
                        Math.min(to.length, out.remaining()));
        in.position(in.position() + (int) Transfer.consumed(packed));
        out.put(to, 0, (int) Transfer.produced(packed));
        return packed;
    }

    /** As {@link BufferTransfer#readHello}. */
    static long readHello(MemorySegment acceptor, ByteBuffer in) {
        byte[] from = front(in);
        return Transfer.readHello(acceptor, MemorySegment.ofArray(from), 0, from.length);
    }

    private static byte[] front(ByteBuffer in) {
        byte[] front = new byte[bounded(in)];
        in.get(in.position(), front);
        return front;
    }

    private static int bounded(ByteBuffer buffer) {
        return (int) Math.min(buffer.remaining(), Transfer.MAX_CRITICAL);
    }
}
