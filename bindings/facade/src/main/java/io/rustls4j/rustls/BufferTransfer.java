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
            available = plaintext ? in.remaining() : 0;
            long inLength = Math.min(available, Transfer.MAX_CRITICAL);
            long outLength = Math.min(out.remaining(), Transfer.MAX_CRITICAL);
            if (inLength == 0 && out.hasArray()) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) out.position(),
                                outLength);
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (inLength == 0) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                MemorySegment.ofBuffer(out),
                                0,
                                outLength);
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (in.hasArray() && out.hasArray()) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) in.position(),
                                inLength,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) out.position(),
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (in.hasArray()) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) in.position(),
                                inLength,
                                MemorySegment.ofBuffer(out),
                                0,
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (out.hasArray()) {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.ofBuffer(in),
                                0,
                                inLength,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) out.position(),
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            } else {
                packed =
                        Transfer.wrap(
                                connection,
                                MemorySegment.ofBuffer(in),
                                0,
                                inLength,
                                MemorySegment.ofBuffer(out),
                                0,
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
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
            long inLength = Math.min(in.remaining(), Transfer.MAX_CRITICAL);
            long outLength = Math.min(out.remaining(), Transfer.MAX_CRITICAL);
            if (inLength == 0 && out.hasArray()) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) out.position(),
                                outLength);
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (inLength == 0) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.NULL,
                                0,
                                0,
                                MemorySegment.ofBuffer(out),
                                0,
                                outLength);
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (in.hasArray() && out.hasArray()) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) in.position(),
                                inLength,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) out.position(),
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (in.hasArray()) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.ofArray(in.array()),
                                in.arrayOffset() + (long) in.position(),
                                inLength,
                                MemorySegment.ofBuffer(out),
                                0,
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            } else if (out.hasArray()) {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.ofBuffer(in),
                                0,
                                inLength,
                                MemorySegment.ofArray(out.array()),
                                out.arrayOffset() + (long) out.position(),
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            } else {
                packed =
                        Transfer.unwrapWithoutUpcall(
                                connection,
                                MemorySegment.ofBuffer(in),
                                0,
                                inLength,
                                MemorySegment.ofBuffer(out),
                                0,
                                outLength);
                in.position(in.position() + (int) Transfer.consumed(packed));
                out.position(out.position() + (int) Transfer.produced(packed));
            }
        } while (Transfer.decryptsMore(packed, in.hasRemaining(), out.hasRemaining()));
        return packed;
    }

    /** Gives bytes to an acceptor; the buffer's position stays. */
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
