package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.NamedGroup;
import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.engine.ClientPeer;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.engine.Engine;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.engine.ServerSettings;
import io.rustls4j.ffi.rustls4j_bytes;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** rustls, through the foreign function API. */
public final class RustlsEngine implements Engine {
    private static @Nullable RustlsEngine instance;
    private static @Nullable EngineUnavailableException failure;

    private final Path library;

    private RustlsEngine(Path library) {
        this.library = library;
    }

    /**
     * The engine, after loading its library at the first call.
     *
     * @return the one instance
     * @throws EngineUnavailableException if the library does not load; each time for the same
     *     reason
     */
    public static synchronized RustlsEngine instance() {
        RustlsEngine made = instance;
        if (made != null) {
            return made;
        }
        EngineUnavailableException before = failure;
        if (before != null) {
            throw new EngineUnavailableException(String.valueOf(before.getMessage()), before);
        }
        try {
            made = new RustlsEngine(NativeLibrary.load());
            rustls4j_h.rustls4j_install_panic_hook();
            instance = made;
            return made;
        } catch (EngineUnavailableException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public EngineKind kind() {
        return EngineKind.RUSTLS;
    }

    @Override
    public EngineReport report(String reason) {
        try (NativeScope scope = new NativeScope()) {
            return new EngineReport(
                    EngineKind.RUSTLS,
                    reason,
                    text(scope, rustls4j_h::rustls4j_version),
                    Optional.of(text(scope, rustls4j_h::rustls4j_rustls_version)),
                    Optional.of(NativeData.readStr(rustls_h.rustls_version(scope.arena()))),
                    Platform.name(),
                    Optional.of(library));
        }
    }

    private static String text(NativeScope scope, ToIntFunction<MemorySegment> get) {
        MemorySegment bytes = rustls4j_bytes.allocate(scope.arena());
        ResultCodes.checkConfig(
                get.applyAsInt(bytes),
                io.rustls4j.TlsConfigException.Reason.PARAMETERS,
                "the library's version");
        return NativeData.utf8(NativeData.readBytes(bytes));
    }

    @Override
    public ClientPeer build(ClientSettings settings) {
        return new RustlsClientPeer(settings);
    }

    @Override
    public ServerPeer build(ServerSettings settings) {
        return new RustlsServerPeer(settings);
    }

    @Override
    public AcceptorPeer newAcceptor() {
        return new RustlsAcceptor();
    }

    @Override
    public List<CipherSuite> supportedCipherSuites() {
        return NativeProvider.supportedCipherSuites();
    }

    @Override
    public List<NamedGroup> supportedKxGroups() {
        return NativeProvider.supportedKxGroups();
    }

    @Override
    public boolean fips() {
        return NativeProvider.fips();
    }

    @Override
    public void random(byte[] bytes) {
        NativeProvider.random(bytes);
    }
}
