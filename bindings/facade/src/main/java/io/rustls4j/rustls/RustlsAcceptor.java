package io.rustls4j.rustls;

import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a client's hello with rustls. */
final class RustlsAcceptor implements AcceptorPeer {
    private final NativeHandle handle =
            NativeHandle.of(this, HandleKind.ACCEPTOR, rustls4j_h.rustls4j_acceptor_new());
    private @Nullable AcceptedHello accepted;
    private byte[] pendingAlert = {};

    @Override
    public void read(ByteBuffer ciphertext) {
        MemorySegment acceptor = handle.acquireExclusively();
        try {
            long packed = BufferTransfer.readHello(acceptor, ciphertext);
            ciphertext.position(ciphertext.position() + (int) Transfer.consumed(packed));
            int result = Transfer.result(packed);
            if (result == RustlsResult.IO) {
                throw new IllegalStateException(
                        "this Acceptor takes no more before accept() has looked at what it has");
            }
            ResultCodes.checkConfig(result, Reason.PARAMETERS, "bytes for the acceptor");
        } finally {
            handle.release();
        }
    }

    @Override
    public Optional<ClientHello> accept() throws TlsException {
        MemorySegment acceptor = handle.acquireExclusively();
        try {
            int result = rustls4j_h.rustls4j_acceptor_accept(acceptor);
            if (result == RustlsResult.ACCEPTOR_NOT_READY) {
                return Optional.empty();
            }
            check(acceptor, result);
            AcceptedHello hello =
                    AcceptedHello.read(
                            NativeOutput.bytes(
                                    (to, room) ->
                                            rustls4j_h.rustls4j_acceptor_hello(
                                                    acceptor, to, room)));
            accepted = hello;
            return Optional.of(hello.hello());
        } finally {
            handle.release();
        }
    }

    @Override
    public List<ProtocolVersion> offeredVersions() {
        return accepted().versions();
    }

    @Override
    public byte[] pendingAlert() {
        return pendingAlert.clone();
    }

    @Override
    public TlsConnection intoConnection(ServerPeer config) throws TlsException {
        accepted();
        if (!(config instanceof RustlsServerPeer server)) {
            throw new IllegalStateException("the configuration is of another engine");
        }
        RustlsConnection connection = convert(server);
        connection.processBuffered();
        return connection;
    }

    private AcceptedHello accepted() {
        AcceptedHello hello = accepted;
        if (hello == null) {
            throw new IllegalStateException("there is no hello yet");
        }
        return hello;
    }

    private RustlsConnection convert(RustlsServerPeer server) throws TlsException {
        MemorySegment acceptor = handle.acquireExclusively();
        try {
            MemorySegment config = server.handle().acquire();
            MemorySegment out = ScratchBuffers.take();
            try {
                check(
                        acceptor,
                        rustls4j_h.rustls4j_acceptor_into_connection(acceptor, config, out));
                return new RustlsConnection(
                        out.get(ValueLayout.ADDRESS, 0), false, server.logSink());
            } finally {
                ScratchBuffers.give(out, ValueLayout.ADDRESS.byteSize());
                server.handle().release();
            }
        } finally {
            handle.release();
        }
    }

    private void check(MemorySegment acceptor, int result) throws TlsException {
        if (result == RustlsResult.OK) {
            return;
        }
        TlsException failure = ResultCodes.connectionFailure(result);
        byte[] alert =
                NativeOutput.bytes(
                        (to, room) -> rustls4j_h.rustls4j_acceptor_alert(acceptor, to, room));
        if (alert.length > 0) {
            pendingAlert = alert;
        }
        throw failure;
    }

    @Override
    public void close() {
        handle.close();
    }
}
