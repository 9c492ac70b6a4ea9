package io.rustls4j.contract;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * The buffers for one direction through one connection. Around each is memory that the call must
 * not touch, and every call is checked: the positions tell what was used, and so do the
 * connection's counters.
 */
final class Lane {
    private static final int GUARD = 13;
    private static final byte UNTOUCHED = 0x5a;

    private final BufferShape shape;
    private final int inputSize;
    private final int outputSize;
    private final ByteBuffer source;
    private final ByteBuffer destination;

    Lane(BufferShape shape, int inputSize, int outputSize) {
        this.shape = shape;
        this.inputSize = inputSize;
        this.outputSize = outputSize;
        this.source = shape.allocateSource(inputSize + 2 * GUARD);
        this.destination = shape.allocateDestination(outputSize + 2 * GUARD);
    }

    /** What a call is: {@code wrap} or {@code unwrap}. */
    interface Transfer {
        TransferStatus move(ByteBuffer from, ByteBuffer to) throws TlsException;

        TransferStatus move(MemorySegment from, MemorySegment to) throws TlsException;
    }

    /**
     * What a call came to: how much of the input was used, what came out, and what was returned.
     */
    static final class Moved {
        private final int consumed;
        private final byte[] output;
        private final TransferStatus status;

        private Moved(int consumed, byte[] output, TransferStatus status) {
            this.consumed = consumed;
            this.output = output;
            this.status = status;
        }

        int consumed() {
            return consumed;
        }

        byte[] output() {
            return output;
        }

        TransferStatus status() {
            return status;
        }

        boolean anything() {
            return consumed > 0 || output.length > 0;
        }
    }

    Moved wrap(TlsConnection connection, byte[] input, int offset) throws TlsException {
        return move(connection, wrapping(connection), input, offset);
    }

    Moved unwrap(TlsConnection connection, byte[] input, int offset) throws TlsException {
        return move(connection, unwrapping(connection), input, offset);
    }

    private Moved move(TlsConnection connection, Transfer transfer, byte[] input, int offset)
            throws TlsException {
        int length = Math.min(inputSize, input.length - offset);
        source.clear().put(GUARD, input, offset, length);
        setGuards();
        ByteBuffer from = shape.view(source, GUARD, length);
        ByteBuffer to = shape.view(destination, GUARD, outputSize);
        if (shape == BufferShape.READ_ONLY_SOURCE) {
            from = from.asReadOnlyBuffer();
        }
        Moved moved =
                shape.usesSegments()
                        ? withSegments(
                                connection,
                                transfer,
                                MemorySegment.ofBuffer(from),
                                MemorySegment.ofBuffer(to))
                        : withBuffers(connection, transfer, from, to);
        checkGuards();
        checkUnchanged(input, offset, length);
        return moved;
    }

    private Moved withBuffers(
            TlsConnection connection, Transfer transfer, ByteBuffer from, ByteBuffer to)
            throws TlsException {
        int fromStart = from.position();
        int toStart = to.position();
        TransferStatus status = transfer.move(from, to);
        int consumed = from.position() - fromStart;
        int produced = to.position() - toStart;
        check("bytesConsumed", connection.bytesConsumed() == consumed);
        check("bytesProduced", connection.bytesProduced() == produced);
        return new Moved(consumed, output(produced), status);
    }

    private Moved withSegments(
            TlsConnection connection, Transfer transfer, MemorySegment from, MemorySegment to)
            throws TlsException {
        TransferStatus status = transfer.move(from, to);
        check(
                "bytesConsumed",
                connection.bytesConsumed() >= 0 && connection.bytesConsumed() <= from.byteSize());
        check(
                "bytesProduced",
                connection.bytesProduced() >= 0 && connection.bytesProduced() <= to.byteSize());
        return new Moved(
                (int) connection.bytesConsumed(), output((int) connection.bytesProduced()), status);
    }

    private byte[] output(int produced) {
        byte[] output = new byte[produced];
        destination.get(GUARD, output);
        return output;
    }

    private void setGuards() {
        for (int i = 0; i < GUARD; i++) {
            destination.put(i, UNTOUCHED);
            destination.put(GUARD + outputSize + i, UNTOUCHED);
        }
    }

    private void checkGuards() {
        for (int i = 0; i < GUARD; i++) {
            check("the byte before the output is untouched", destination.get(i) == UNTOUCHED);
            check(
                    "the byte after the output is untouched",
                    destination.get(GUARD + outputSize + i) == UNTOUCHED);
        }
    }

    private void checkUnchanged(byte[] input, int offset, int length) {
        ByteBuffer before = ByteBuffer.wrap(input, offset, length);
        check("the input is unchanged", source.slice(GUARD, length).equals(before));
    }

    /** Plain, since this runs for every byte in the tests with the smallest buffers. */
    private static void check(String what, boolean right) {
        if (!right) {
            throw new AssertionError("not so: " + what);
        }
    }

    private static Transfer wrapping(TlsConnection connection) {
        return new Transfer() {
            @Override
            public TransferStatus move(ByteBuffer from, ByteBuffer to) throws TlsException {
                return connection.wrap(from, to);
            }

            @Override
            public TransferStatus move(MemorySegment from, MemorySegment to) throws TlsException {
                return connection.wrap(from, to);
            }
        };
    }

    private static Transfer unwrapping(TlsConnection connection) {
        return new Transfer() {
            @Override
            public TransferStatus move(ByteBuffer from, ByteBuffer to) throws TlsException {
                return connection.unwrap(from, to);
            }

            @Override
            public TransferStatus move(MemorySegment from, MemorySegment to) throws TlsException {
                return connection.unwrap(from, to);
            }
        };
    }
}
