package io.rustls4j.rustls;

import io.rustls4j.LogSink;
import io.rustls4j.Resumption;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.TlsConnection;
import io.rustls4j.engine.ClientPeer;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.engine.ServerNames;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** A client configuration on rustls. */
final class RustlsClientPeer implements ClientPeer {

    /** In the scratch memory, behind the room for the connection's pointer. */
    private static final long NAME_OFFSET = ValueLayout.ADDRESS.byteSize();

    /** In the scratch memory, behind the longest name. */
    private static final long ALPN_OFFSET = 512;

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
        MemorySegment config = handle.acquire();
        MemorySegment scratch = ScratchBuffers.take();
        try {
            // At most 255 bytes: ServerNames.check has seen to it.
            scratch.setString(NAME_OFFSET, serverName);
            MemorySegment name = scratch.asSlice(NAME_OFFSET, serverName.length());
            int result =
                    alpn.isEmpty()
                            ? connect(config, name, MemorySegment.NULL, 0, scratch)
                            : connect(config, name, alpn.get(), scratch);
            if (result != RustlsResult.OK) {
                throw refused(result, serverName);
            }
            return new RustlsConnection(scratch.get(ValueLayout.ADDRESS, 0), true, logSink);
        } finally {
            ScratchBuffers.give(scratch, NAME_OFFSET + serverName.length());
            handle.release();
        }
    }

    private static RuntimeException refused(int result, String serverName) {
        return result == RustlsResult.INVALID_DNS_NAME_ERROR
                ? ServerNames.invalid(serverName)
                : ResultCodes.configFailure(
                        result, Reason.PARAMETERS, "the connection to " + serverName);
    }

    private static int connect(
            MemorySegment config, MemorySegment name, List<String> alpn, MemorySegment scratch) {
        long size = AlpnSlices.size(alpn);
        if (size <= ScratchBuffers.SIZE - ALPN_OFFSET) {
            return connect(config, name, alpn, scratch.asSlice(ALPN_OFFSET), scratch);
        }
        try (Arena arena = Arena.ofConfined()) {
            return connect(config, name, alpn, arena.allocate(size, Long.BYTES), scratch);
        }
    }

    private static int connect(
            MemorySegment config,
            MemorySegment name,
            List<String> alpn,
            MemorySegment slices,
            MemorySegment out) {
        AlpnSlices.write(alpn, slices);
        return connect(config, name, slices, alpn.size(), out);
    }

    /** With the protocols of the configuration, where {@code protocols} is NULL. */
    private static int connect(
            MemorySegment config,
            MemorySegment name,
            MemorySegment protocols,
            int count,
            MemorySegment out) {
        return rustls4j_h.rustls4j_client_connection_new(
                config, name, name.byteSize(), protocols, count, out);
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
