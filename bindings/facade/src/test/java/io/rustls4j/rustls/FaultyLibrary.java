package io.rustls4j.rustls;

import io.rustls4j.TlsConnection;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

/** The functions of {@code rustls4j_faulty.h}, for a JVM that runs on that library. */
final class FaultyLibrary {
    static final int PANIC_IN_RESOLVER = 1;
    static final int PANIC_IN_SESSIONS = 2;

    private static final SymbolLookup SYMBOLS =
            SymbolLookup.libraryLookup(
                    Path.of(System.getProperty(NativeLibrary.PROPERTY)), Arena.global());

    private FaultyLibrary() {}

    /** Panics inside the extension's own boundary. */
    static int panic() throws Throwable {
        return (int)
                Linker.nativeLinker()
                        .downcallHandle(
                                address("rustls4j_test_panic"),
                                FunctionDescriptor.of(ValueLayout.JAVA_INT))
                        .invokeExact();
    }

    /** A client whose verifier panics when it is asked. */
    static TlsConnection clientWithPanickingVerifier() throws Throwable {
        return client("rustls4j_test_panicking_server_cert_verifier");
    }

    /** A client whose verifier trusts everybody and panics when it is dropped. */
    static TlsConnection clientThatPanicsInDrop() throws Throwable {
        return client("rustls4j_test_panic_in_drop");
    }

    private static TlsConnection client(String makeVerifier) throws Throwable {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment verifierOut = scope.out();
            int made =
                    (int)
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            address(makeVerifier),
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                                    .invokeExact(verifierOut);
            require(made);
            MemorySegment verifier =
                    scope.own(
                            HandleKind.SERVER_CERT_VERIFIER,
                            verifierOut.get(ValueLayout.ADDRESS, 0));
            MemorySegment builder = rustls_h.rustls_client_config_builder_new();
            rustls_h.rustls_client_config_builder_set_server_verifier(builder, verifier);
            MemorySegment configOut = scope.out();
            require(rustls_h.rustls_client_config_builder_build(builder, configOut));
            MemorySegment config =
                    scope.own(HandleKind.CLIENT_CONFIG, configOut.get(ValueLayout.ADDRESS, 0));
            MemorySegment connectionOut = scope.out();
            String name = "localhost";
            require(
                    rustls4j_h.rustls4j_client_connection_new(
                            config,
                            scope.arena().allocateFrom(name),
                            name.length(),
                            MemorySegment.NULL,
                            0,
                            connectionOut));
            return new RustlsConnection(
                    connectionOut.get(ValueLayout.ADDRESS, 0), true, Optional.empty());
        }
    }

    /** A server that panics in one place. */
    static TlsConnection panickingServer(RustlsServerPeer base, int place) throws Throwable {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment out = scope.out();
            int made =
                    (int)
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            address("rustls4j_test_panicking_server_config"),
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.ADDRESS))
                                    .invokeExact(scope.use(base.handle()), place, out);
            require(made);
            MemorySegment config =
                    scope.own(HandleKind.SERVER_CONFIG, out.get(ValueLayout.ADDRESS, 0));
            MemorySegment connectionOut = scope.out();
            require(rustls4j_h.rustls4j_server_connection_new(config, connectionOut));
            return new RustlsConnection(
                    connectionOut.get(ValueLayout.ADDRESS, 0), false, Optional.empty());
        }
    }

    private static void require(int result) {
        if (result != RustlsResult.OK) {
            throw new IllegalStateException(ResultCodes.text(result));
        }
    }

    private static MemorySegment address(String name) {
        return SYMBOLS.find(name).orElseThrow(() -> new IllegalStateException("no symbol " + name));
    }
}
