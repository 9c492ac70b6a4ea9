package io.rustls4j.rustls;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * One critical call on buffers; their positions stay. Segments are made here and handed to nothing
 * but the call, and heap buffers apart from others, so that the compiler makes them disappear.
 */
final class BufferTransfer {
    private BufferTransfer() {}

    /** Encrypts at most {@code available} bytes of {@code in}. */
    static long wrap(MemorySegment connection, ByteBuffer in, int available, ByteBuffer out) {
        if (available == 0) {
            return flush(connection, out);
        }
        long inLength = Math.min(available, Transfer.MAX_CRITICAL);
        long outLength = Math.min(out.remaining(), Transfer.MAX_CRITICAL);
        if (in.hasArray() && out.hasArray()) {
            return Transfer.wrap(
                    connection,
                    MemorySegment.ofArray(in.array()),
                    in.arrayOffset() + (long) in.position(),
                    inLength,
                    MemorySegment.ofArray(out.array()),
                    out.arrayOffset() + (long) out.position(),
                    outLength);
        }
        return Transfer.wrap(
                connection,
                MemorySegment.ofBuffer(in),
                0,
                inLength,
                MemorySegment.ofBuffer(out),
                0,
                outLength);
    }

    /** Whatever the protocol has to say. */
    private static long flush(MemorySegment connection, ByteBuffer out) {
        long outLength = Math.min(out.remaining(), Transfer.MAX_CRITICAL);
        return out.hasArray()
                ? Transfer.wrap(
                        connection,
                        MemorySegment.NULL,
                        0,
                        0,
                        MemorySegment.ofArray(out.array()),
                        out.arrayOffset() + (long) out.position(),
                        outLength)
                : Transfer.wrap(
                        connection,
                        MemorySegment.NULL,
                        0,
                        0,
                        MemorySegment.ofBuffer(out),
                        0,
                        outLength);
    }

    /** Decrypts where no callback can be due. */
    static long unwrap(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        long inLength = Math.min(in.remaining(), Transfer.MAX_CRITICAL);
        long outLength = Math.min(out.remaining(), Transfer.MAX_CRITICAL);
        if (in.hasArray() && out.hasArray()) {
            return Transfer.unwrapWithoutUpcall(
                    connection,
                    MemorySegment.ofArray(in.array()),
                    in.arrayOffset() + (long) in.position(),
                    inLength,
                    MemorySegment.ofArray(out.array()),
                    out.arrayOffset() + (long) out.position(),
                    outLength);
        }
        return Transfer.unwrapWithoutUpcall(
                connection,
                MemorySegment.ofBuffer(in),
                0,
                inLength,
                MemorySegment.ofBuffer(out),
                0,
                outLength);
    }

    /** Gives bytes to an acceptor. */
    static long readHello(MemorySegment acceptor, ByteBuffer in) {
        long length = Math.min(in.remaining(), Transfer.MAX_CRITICAL);
        return in.hasArray()
                ? Transfer.readHello(
                        acceptor,
                        MemorySegment.ofArray(in.array()),
                        in.arrayOffset() + (long) in.position(),
                        length)
                : Transfer.readHello(acceptor, MemorySegment.ofBuffer(in), 0, length);
    }
}
