package io.rustls4j.process;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;

/** An application with callbacks, which native code drops, and a connection that it closes. */
public final class DeployedProgram {
    private static final int ROOM = 1 << 14;

    private DeployedProgram() {}

    /** Runs it. */
    public static void run() throws TlsException {
        try (ClientConfig config =
                        ClientConfig.builder(EngineKind.RUSTLS)
                                .serverVerifier(ServerCertVerifier.dangerous().custom(any -> {}))
                                .keyLog((label, clientRandom, secret) -> {})
                                .logSink((level, message) -> {})
                                .build();
                TlsConnection connection = config.connect("deployed.example")) {
            connection.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(ROOM));
        }
    }
}
