package io.rustls4j.rustls;

import io.rustls4j.LogSink;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.TlsConnection;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.engine.ServerSettings;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** A server configuration on rustls. */
final class RustlsServerPeer implements ServerPeer {
    private final NativeHandle handle;
    private final Optional<LogSink> logSink;

    RustlsServerPeer(ServerSettings settings) {
        this.handle =
                NativeHandle.of(
                        this, HandleKind.SERVER_CONFIG, ServerConfigFactory.build(settings));
        this.logSink = settings.logSink();
    }

    @Override
    public TlsConnection accept() {
        MemorySegment config = handle.acquire();
        MemorySegment out = ScratchBuffers.take();
        try {
            ResultCodes.checkConfig(
                    rustls4j_h.rustls4j_server_connection_new(config, out),
                    Reason.PARAMETERS,
                    "the server's connection");
            return new RustlsConnection(out.get(ValueLayout.ADDRESS, 0), false, logSink);
        } finally {
            ScratchBuffers.give(out, ValueLayout.ADDRESS.byteSize());
            handle.release();
        }
    }

    NativeHandle handle() {
        return handle;
    }

    Optional<LogSink> logSink() {
        return logSink;
    }

    @Override
    public boolean fips() {
        MemorySegment config = handle.acquire();
        try {
            return rustls_h.rustls_server_config_fips(config);
        } finally {
            handle.release();
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
