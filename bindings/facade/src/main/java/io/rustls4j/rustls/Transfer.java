package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls that move bytes, and what their result says. The result is one number, so that nothing
 * is allocated for it and no memory is read.
 *
 * <p>The critical handles take heap arrays without a copy. While they run the JVM cannot reach a
 * safepoint on this thread and an upcall would crash it; so they are used where native code has
 * promised not to call out, and in bites of {@link #MAX_CRITICAL}.
 */
final class Transfer {
    /** Some tens of microseconds of AES-GCM: a pause that nobody notices. */
    static final long MAX_CRITICAL = 128 * 1024;

    /** What one call can report. */
    static final long MAX_LENGTH = rustls4j_h.RUSTLS4J_TRANSFER_LENGTH_MASK();

    private static final MethodHandle WRAP =
            critical(
                    rustls4j_h.rustls4j_connection_wrap$address(),
                    rustls4j_h.rustls4j_connection_wrap$descriptor());
    private static final MethodHandle UNWRAP =
            critical(
                    rustls4j_h.rustls4j_connection_unwrap_no_upcall$address(),
                    rustls4j_h.rustls4j_connection_unwrap_no_upcall$descriptor());

    private static final MethodHandle READ_HELLO =
            critical(
                    rustls4j_h.rustls4j_acceptor_read$address(),
                    rustls4j_h.rustls4j_acceptor_read$descriptor());

    private static final int PRODUCED_SHIFT = rustls4j_h.RUSTLS4J_TRANSFER_PRODUCED_SHIFT();
    private static final int RESULT_SHIFT = rustls4j_h.RUSTLS4J_TRANSFER_RESULT_SHIFT();
    private static final long RESULT_MASK = rustls4j_h.RUSTLS4J_TRANSFER_RESULT_MASK();
    private static final int RESULT_BASE = rustls4j_h.RUSTLS4J_TRANSFER_RESULT_BASE();
    private static final long WANTS_READ = rustls4j_h.RUSTLS4J_TRANSFER_WANTS_READ();
    private static final long WANTS_WRITE = rustls4j_h.RUSTLS4J_TRANSFER_WANTS_WRITE();
    private static final long HANDSHAKING = rustls4j_h.RUSTLS4J_TRANSFER_HANDSHAKING();
    private static final long PEER_CLOSED = rustls4j_h.RUSTLS4J_TRANSFER_PEER_CLOSED();
    private static final long OCSP_RESPONSE = rustls4j_h.RUSTLS4J_TRANSFER_OCSP_RESPONSE();
    private static final long PLAINTEXT_PENDING = rustls4j_h.RUSTLS4J_TRANSFER_PLAINTEXT_PENDING();

    private Transfer() {}

    @SuppressWarnings("restricted")
    private static MethodHandle critical(
            MemorySegment address, java.lang.foreign.FunctionDescriptor descriptor) {
        return Linker.nativeLinker()
                .downcallHandle(address, descriptor, Linker.Option.critical(true));
    }

    /** Encrypts; either side may be a heap array. */
    static long wrap(
            MemorySegment connection,
            MemorySegment src,
            long srcOffset,
            long srcLength,
            MemorySegment dst,
            long dstOffset,
            long dstLength) {
        try {
            return (long)
                    WRAP.invokeExact(
                            connection, src, srcOffset, srcLength, dst, dstOffset, dstLength);
        } catch (Throwable thrown) {
            throw rethrow(thrown);
        }
    }

    /** Decrypts where no callback can be due; either side may be a heap array. */
    static long unwrapWithoutUpcall(
            MemorySegment connection,
            MemorySegment src,
            long srcOffset,
            long srcLength,
            MemorySegment dst,
            long dstOffset,
            long dstLength) {
        try {
            return (long)
                    UNWRAP.invokeExact(
                            connection, src, srcOffset, srcLength, dst, dstOffset, dstLength);
        } catch (Throwable thrown) {
            throw rethrow(thrown);
        }
    }

    /** Gives bytes to an acceptor; they may be in a heap array. */
    static long readHello(
            MemorySegment acceptor, MemorySegment src, long srcOffset, long srcLength) {
        try {
            return (long) READ_HELLO.invokeExact(acceptor, src, srcOffset, srcLength);
        } catch (Throwable thrown) {
            throw rethrow(thrown);
        }
    }

    private static RuntimeException rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(thrown);
    }

    /** Whether encrypting again would get further. */
    static boolean encryptsMore(long packed, long available, boolean room) {
        return result(packed) == RustlsResult.OK
                && moved(packed)
                && room
                && (wantsWrite(packed) || consumed(packed) < available);
    }

    /** Whether decrypting again would get further. */
    static boolean decryptsMore(long packed, boolean inputLeft, boolean room) {
        boolean roomForMore = plaintextPending(packed) && room;
        return result(packed) == RustlsResult.OK
                && moved(packed)
                && !peerClosed(packed)
                && (inputLeft || roomForMore);
    }

    private static boolean moved(long packed) {
        return consumed(packed) != 0 || produced(packed) != 0;
    }

    static long consumed(long packed) {
        return packed & MAX_LENGTH;
    }

    static long produced(long packed) {
        return packed >>> PRODUCED_SHIFT & MAX_LENGTH;
    }

    static int result(long packed) {
        return (int) (packed >>> RESULT_SHIFT & RESULT_MASK) + RESULT_BASE;
    }

    static boolean wantsRead(long packed) {
        return (packed & WANTS_READ) != 0;
    }

    static boolean wantsWrite(long packed) {
        return (packed & WANTS_WRITE) != 0;
    }

    static boolean handshaking(long packed) {
        return (packed & HANDSHAKING) != 0;
    }

    static boolean peerClosed(long packed) {
        return (packed & PEER_CLOSED) != 0;
    }

    static boolean ocspResponse(long packed) {
        return (packed & OCSP_RESPONSE) != 0;
    }

    static boolean plaintextPending(long packed) {
        return (packed & PLAINTEXT_PENDING) != 0;
    }
}
