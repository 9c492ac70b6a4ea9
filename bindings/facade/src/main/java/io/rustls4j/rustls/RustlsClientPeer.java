package io.rustls4j.rustls;

import io.rustls4j.LogSink;
import io.rustls4j.Resumption;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.TlsConnection;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.engine.ClientPeer;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.engine.ServerNames;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** A client configuration on rustls. */
final class RustlsClientPeer implements ClientPeer {
    private static final int INVALID_DNS_NAME = 7003;

    private final NativeHandle handle;
    private final Optional<LogSink> logSink;

    RustlsClientPeer(ClientSettings settings) {
        this(ClientConfigFactory.build(settings), settings.logSink());
    }

    private RustlsClientPeer(MemorySegment config, Optional<LogSink> logSink) {
        this.handle = NativeHandle.of(this, HandleKind.CLIENT_CONFIG, config);
        this.logSink = logSink;
    }

    @Override
    public TlsConnection connect(String serverName, Optional<List<String>> alpn) {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment config = scope.use(handle);
            MemorySegment name = scope.arena().allocateFrom(serverName);
            MemorySegment out = scope.out();
            int result =
                    alpn.isEmpty()
                            ? rustls_h.rustls_client_connection_new(config, name, out)
                            : connect(scope, config, name, alpn.get(), out);
            if (result == INVALID_DNS_NAME) {
                throw ServerNames.invalid(serverName);
            }
            ResultCodes.checkConfig(result, Reason.PARAMETERS, "the connection to " + serverName);
            return new RustlsConnection(out.get(ValueLayout.ADDRESS, 0), true, logSink);
        }
    }

    private static int connect(
            NativeScope scope,
            MemorySegment config,
            MemorySegment name,
            List<String> alpn,
            MemorySegment out) {
        List<byte[]> names = alpn.stream().map(AlpnNames::bytes).toList();
        return rustls_h.rustls_client_connection_new_alpn(
                config, name, NativeData.slicesArray(scope, names), names.size(), out);
    }

    @Override
    public ClientPeer withResumption(Resumption resumption) {
        try (NativeScope scope = new NativeScope()) {
            return new RustlsClientPeer(
                    ClientConfigFactory.withResumption(scope.use(handle), resumption), logSink);
        }
    }

    @Override
    public boolean fips() {
        MemorySegment config = handle.acquire();
        try {
            return rustls_h.rustls_client_config_fips(config);
        } finally {
            handle.release();
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
