package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.ffi.rustls4j_bytes;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import io.rustls4j.ffi.rustls_slice_bytes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a client's hello with rustls. */
final class RustlsAcceptor implements AcceptorPeer {
    private static final int ALERT_CAPACITY = 1024;

    private final NativeHandle acceptor =
            NativeHandle.of(this, HandleKind.ACCEPTOR, rustls_h.rustls_acceptor_new());
    private @Nullable NativeHandle accepted;
    private byte[] pendingAlert = new byte[0];

    @Override
    public void read(ByteBuffer ciphertext) {
        MemorySegment pointer = acceptor.acquireExclusively();
        try (NativeScope scope = new NativeScope()) {
            byte[] bytes = new byte[ciphertext.remaining()];
            ciphertext.duplicate().get(bytes);
            MemorySegment consumed = scope.outSize();
            ResultCodes.checkConfig(
                    rustls4j_h.rustls4j_acceptor_read(
                            pointer, scope.copy(bytes), 0, bytes.length, consumed),
                    io.rustls4j.TlsConfigException.Reason.PARAMETERS,
                    "bytes for the acceptor");
            ciphertext.position(
                    ciphertext.position() + (int) consumed.get(ValueLayout.JAVA_LONG, 0));
        } finally {
            acceptor.release();
        }
    }

    @Override
    public Optional<ClientHello> accept() throws TlsException {
        MemorySegment pointer = acceptor.acquireExclusively();
        try (NativeScope scope = new NativeScope()) {
            MemorySegment out = scope.out();
            MemorySegment alert = scope.out();
            int result = rustls_h.rustls_acceptor_accept(pointer, out, alert);
            if (result == ResultCodes.ACCEPTOR_NOT_READY) {
                return Optional.empty();
            }
            keepAlert(scope, alert);
            ResultCodes.check(result);
            MemorySegment hello = out.get(ValueLayout.ADDRESS, 0);
            accepted = NativeHandle.of(this, HandleKind.ACCEPTED, hello);
            return Optional.of(read(scope, hello));
        } finally {
            acceptor.release();
        }
    }

    @Override
    public byte[] pendingAlert() {
        return pendingAlert.clone();
    }

    @Override
    public TlsConnection intoConnection(ServerPeer config) throws TlsException {
        NativeHandle hello = accepted;
        if (hello == null || !(config instanceof RustlsServerPeer server)) {
            throw new IllegalStateException(
                    "there is no hello yet, or the configuration is of another engine");
        }
        RustlsConnection connection = convert(hello, server);
        hello.close();
        connection.processBuffered();
        return connection;
    }

    private RustlsConnection convert(NativeHandle hello, RustlsServerPeer server)
            throws TlsException {
        MemorySegment pointer = hello.acquireExclusively();
        try (NativeScope scope = new NativeScope()) {
            MemorySegment out = scope.out();
            MemorySegment alert = scope.out();
            int result =
                    rustls_h.rustls_accepted_into_connection(
                            pointer, scope.use(server.handle()), out, alert);
            keepAlert(scope, alert);
            ResultCodes.check(result);
            return new RustlsConnection(out.get(ValueLayout.ADDRESS, 0), false, server.logSink());
        } finally {
            hello.release();
        }
    }

    private void keepAlert(NativeScope scope, MemorySegment out) {
        MemorySegment alert = scope.own(HandleKind.ACCEPTED_ALERT, out.get(ValueLayout.ADDRESS, 0));
        if (alert.address() != 0) {
            MemorySegment buffer = scope.arena().allocate(ALERT_CAPACITY);
            MemorySegment length = scope.outSize();
            ResultCodes.checkConfig(
                    rustls4j_h.rustls4j_accepted_alert_write(alert, buffer, ALERT_CAPACITY, length),
                    io.rustls4j.TlsConfigException.Reason.PARAMETERS,
                    "the acceptor's alert");
            pendingAlert = NativeData.read(buffer, length.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    private static ClientHello read(NativeScope scope, MemorySegment hello) {
        String name =
                NativeData.readStr(rustls_h.rustls_accepted_server_name(scope.arena(), hello));
        return new ClientHello(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                codes(i -> rustls_h.rustls_accepted_signature_scheme(hello, i)).stream()
                        .map(SignatureScheme::new)
                        .toList(),
                codes(i -> rustls_h.rustls_accepted_cipher_suite(hello, i)).stream()
                        .map(CipherSuite::new)
                        .toList(),
                codes(i -> rustls4j_h.rustls4j_accepted_named_group(hello, i)).stream()
                        .map(NamedGroup::new)
                        .toList(),
                alpn(scope, hello),
                caNames(scope, hello));
    }

    /** Upstream hands out code points one by one, and 0 after the last. */
    private static List<Integer> codes(IntUnaryOperator get) {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; ; i++) {
            int code = get.applyAsInt(i) & 0xffff;
            if (code == 0) {
                return codes;
            }
            codes.add(code);
        }
    }

    private static List<String> alpn(NativeScope scope, MemorySegment hello) {
        List<String> names = new ArrayList<>();
        for (long i = 0; ; i++) {
            MemorySegment slice = rustls_h.rustls_accepted_alpn(scope.arena(), hello, i);
            byte[] name =
                    NativeData.read(rustls_slice_bytes.data(slice), rustls_slice_bytes.len(slice));
            if (name.length == 0) {
                return names;
            }
            names.add(AlpnNames.name(name));
        }
    }

    private static List<byte[]> caNames(NativeScope scope, MemorySegment hello) {
        List<byte[]> names = new ArrayList<>();
        MemorySegment name = rustls4j_bytes.allocate(scope.arena());
        for (long i = 0;
                rustls4j_h.rustls4j_accepted_ca_name(hello, i, name) == ResultCodes.OK;
                i++) {
            names.add(NativeData.readBytes(name));
        }
        return names;
    }

    @Override
    public void close() {
        NativeHandle hello = accepted;
        if (hello != null) {
            hello.close();
        }
        acceptor.close();
    }
}
