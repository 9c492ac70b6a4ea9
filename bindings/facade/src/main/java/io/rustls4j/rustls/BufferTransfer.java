package io.rustls4j.rustls;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Critical calls on buffers, until nothing moves any more; the buffers' positions say how much has.
 *
 * <p>Segments are made here and handed to nothing but the call, and heap arrays apart from native
 * memory, so that the compiler makes them disappear. It can do that only where it compiles their
 * making and the call together. So {@link #wrap} and {@link #unwrap} are as large as they are:
 * HotSpot does not put a method of more than 325 bytes of code into its callers, and begins a
 * compilation with it, in which the call is not too deep, whatever is above (docs/adr/0005).
 *
 * <p>Positions and limits are read once: another thread that moves them meanwhile, which no lock
 * forbids, must not make an offset of one moment and a length of another.
 */
final class BufferTransfer {
    private BufferTransfer() {}

    /**
     * Encrypts.
     *
     * @param plaintext whether what is in {@code in} is to be sent
     * @return what the last call said
     */
    static long wrap(MemorySegment connection, ByteBuffer in, boolean plaintext, ByteBuffer out) {
        long packed;
        long available;
        do {
            int inStart = in.position();
            int outStart = out.position();
            available = plaintext ? Math.max(in.limit() - inStart, 0) : 0;
            long inLength = Math.min(available, Transfer.MAX_CRITICAL);
            long outLength = Math.clamp(out.limit() - outStart, 0, Transfer.MAX_CRITICAL);
            if (inLength == 0 && out.hasArray()) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) outStart,
                                outLength);
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (inLength == 0) {
                MemorySegment to = MemorySegment.ofBuffer(out);
                if (to.isMapped()) {
                    return MappedTransfer.wrap(connection, in, plaintext, out);
                }
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                to,
                                0,
                                Math.min(outLength, to.byteSize()));
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (in.hasArray() && out.hasArray()) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) inStart,
                                inLength,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) outStart,
                                outLength);
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (in.hasArray()) {
                MemorySegment to = MemorySegment.ofBuffer(out);
                if (to.isMapped()) {
                    return MappedTransfer.wrap(connection, in, plaintext, out);
                }
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) inStart,
                                inLength,
                                to,
                                0,
                                Math.min(outLength, to.byteSize()));
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (out.hasArray()) {
                MemorySegment from = MemorySegment.ofBuffer(in);
                if (from.isMapped()) {
                    return MappedTransfer.wrap(connection, in, plaintext, out);
                }
                packed =
                        Transfer.wrap(
                                connection,
                                from,
                                0,
                                Math.min(inLength, from.byteSize()),
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) outStart,
                                outLength);
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            } else {
                MemorySegment from = MemorySegment.ofBuffer(in);
                MemorySegment to = MemorySegment.ofBuffer(out);
                if (from.isMapped() || to.isMapped()) {
                    return MappedTransfer.wrap(connection, in, plaintext, out);
                }
                packed =
                        Transfer.wrap(
                                connection,
                                from,
                                0,
                                Math.min(inLength, from.byteSize()),
                                to,
                                0,
                                Math.min(outLength, to.byteSize()));
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            }
        } while (Transfer.encryptsMore(packed, available, out.hasRemaining()));
        return packed;
    }

    /**
     * Decrypts where no callback can be due.
     *
     * @return what the last call said
     */
    static long unwrap(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        long packed;
        do {
            int inStart = in.position();
            int outStart = out.position();
            long inLength = Math.clamp(in.limit() - inStart, 0, Transfer.MAX_CRITICAL);
            long outLength = Math.clamp(out.limit() - outStart, 0, Transfer.MAX_CRITICAL);
            if (inLength == 0 && out.hasArray()) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) outStart,
                                outLength);
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (inLength == 0) {
                MemorySegment to = MemorySegment.ofBuffer(out);
                if (to.isMapped()) {
                    return MappedTransfer.unwrap(connection, in, out);
                }
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                to,
                                0,
                                Math.min(outLength, to.byteSize()));
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (in.hasArray() && out.hasArray()) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) inStart,
                                inLength,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) outStart,
                                outLength);
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (in.hasArray()) {
                MemorySegment to = MemorySegment.ofBuffer(out);
                if (to.isMapped()) {
                    return MappedTransfer.unwrap(connection, in, out);
                }
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) inStart,
                                inLength,
                                to,
                                0,
                                Math.min(outLength, to.byteSize()));
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            } else if (out.hasArray()) {
                MemorySegment from = MemorySegment.ofBuffer(in);
                if (from.isMapped()) {
                    return MappedTransfer.unwrap(connection, in, out);
                }
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                from,
                                0,
                                Math.min(inLength, from.byteSize()),
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) outStart,
                                outLength);
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            } else {
                MemorySegment from = MemorySegment.ofBuffer(in);
                MemorySegment to = MemorySegment.ofBuffer(out);
                if (from.isMapped() || to.isMapped()) {
                    return MappedTransfer.unwrap(connection, in, out);
                }
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                from,
                                0,
                                Math.min(inLength, from.byteSize()),
                                to,
                                0,
                                Math.min(outLength, to.byteSize()));
                in.position(inStart + (int) Transfer.consumed(packed));
                out.position(outStart + (int) Transfer.produced(packed));
            }
        } while (Transfer.decryptsMore(packed, in.hasRemaining(), out.hasRemaining()));
        return packed;
    }

    /** Gives bytes to an acceptor; the buffer's position stays. */
    static long readHello(MemorySegment acceptor, ByteBuffer in) {
        int start = in.position();
        long length = Math.clamp(in.limit() - start, 0, Transfer.MAX_CRITICAL);
        if (in.hasArray()) {
            return Transfer.readHello(
                    acceptor,
                    MemorySegment.ofArray(in.array()),
                    in.arrayOffset() + (long) start,
                    length);
        }
        MemorySegment from = MemorySegment.ofBuffer(in);
        return from.isMapped()
                ? MappedTransfer.readHello(acceptor, in)
                : Transfer.readHello(acceptor, from, 0, Math.min(length, from.byteSize()));
    }
}
