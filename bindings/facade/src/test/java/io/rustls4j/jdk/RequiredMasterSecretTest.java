package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertifiedKey;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.HelloBytes;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The JDK's switch for RFC 7627 is one for the whole process, so the engine looks by itself. */
class RequiredMasterSecretTest {
    private static final IssuedCertificate SERVER =
            TestAuthority.root("root").newCertificate().dns("a.example").issue();

    @Test
    void aClientWithoutItIsServedUnlessItIsRequired() throws TlsException {
        try (ServerConfig config = server(false);
                TlsConnection server = config.accept()) {
            server.unwrap(hello(), ByteBuffer.allocate(0));

            assertThat(answer(server)[0]).isEqualTo((byte) ContentType.HANDSHAKE);
        }
    }

    @Test
    void aClientWithoutItIsRefusedWhereItIsRequired() throws TlsException {
        try (ServerConfig config = server(true);
                TlsConnection server = config.accept()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> server.unwrap(hello(), ByteBuffer.allocate(0)))
                        .isInstanceOfSatisfying(
                                ProtocolErrorException.class,
                                e -> {
                                    assertThat(e.kind())
                                            .isEqualTo(
                                                    ProtocolErrorException.Kind.PEER_INCOMPATIBLE);
                                    assertThat(e.alertSent())
                                            .contains(AlertDescription.HANDSHAKE_FAILURE);
                                });
            }

            assertThat(answer(server))
                    .isEqualTo(PlainAlert.fatal(AlertDescription.HANDSHAKE_FAILURE));
            assertThat(server.wantsWrite()).isFalse();
        }
    }

    private static ServerConfig server(boolean required) {
        return ServerConfig.builder(EngineKind.JDK)
                .certifiedKeys(CertifiedKey.of(SERVER.chain(), SERVER.privateKey()))
                .requireEms(required)
                .build();
    }

    private static ByteBuffer hello() {
        byte[] hello =
                new HelloBytes()
                        .extension(10, HelloBytes.vector16(HelloBytes.bytes(0, 0x17)))
                        .extension(11, HelloBytes.vector8(HelloBytes.bytes(0)))
                        .extension(13, HelloBytes.vector16(HelloBytes.bytes(4, 3)))
                        .message();
        return ByteBuffer.wrap(HelloBytes.record(ContentType.HANDSHAKE, hello));
    }

    private static byte[] answer(TlsConnection server) throws TlsException {
        ByteBuffer sent = ByteBuffer.allocate(20_000);
        server.wrap(ByteBuffer.allocate(0), sent);
        return Arrays.copyOf(sent.array(), sent.position());
    }
}
