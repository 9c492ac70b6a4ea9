package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertCompressor;
import io.rustls4j.CertDecompressor;
import io.rustls4j.ClientConfig;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Certificates are compressed by the application's algorithms, or that is refused by name. */
@ContractTest
class CertCompressionTest {
    private static final int ALGORITHM = 0x4001;

    @EveryPairing
    void bothSidesAskTheApplication(Pairing pairing) {
        Padding padding = new Padding(ALGORITHM);
        ClientConfig.Builder client =
                pairing.newClient().certCompression(List.of(), List.of(padding));
        ServerConfig.Builder server =
                pairing.newServer().certCompression(List.of(padding), List.of());
        if (isRefused(pairing, client, server)) {
            return;
        }
        for (int i = 1; i <= 2; i++) {
            try (TlsPair pair = pairing.pair(client, server)) {
                pair.handshake();
                assertThat(pair.client().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(Identities.SERVER));
            }
            assertThat(padding.compressed).hasValue(i);
            assertThat(padding.decompressed).hasValue(i);
        }
    }

    @EveryPairing
    void anotherAlgorithmIsNoneAtAll(Pairing pairing) {
        Padding one = new Padding(ALGORITHM);
        Padding other = new Padding(ALGORITHM + 1);
        ClientConfig.Builder client = pairing.newClient().certCompression(List.of(), List.of(one));
        ServerConfig.Builder server =
                pairing.newServer().certCompression(List.of(other), List.of());
        if (isRefused(pairing, client, server)) {
            return;
        }
        try (TlsPair pair = pairing.pair(client, server)) {
            pair.handshake();
        }
        assertThat(one.decompressed).hasValue(0);
        assertThat(other.compressed).hasValue(0);
    }

    @EveryPairing
    void aCompressorThatFailsCostsNothingButBytes(Pairing pairing) {
        Padding padding = new Padding(ALGORITHM);
        ClientConfig.Builder client =
                pairing.newClient().certCompression(List.of(), List.of(padding));
        for (CertCompressor failing :
                List.of(
                        compressor(
                                certificates -> {
                                    throw new IllegalStateException("meant to fail");
                                }),
                        compressor(certificates -> new byte[0]),
                        compressor(certificates -> new byte[certificates.length + 65_537]))) {
            ServerConfig.Builder server =
                    pairing.newServer().certCompression(List.of(failing), List.of());
            if (isRefused(pairing, client, server)) {
                return;
            }
            try (TlsPair pair = pairing.pair(client, server)) {
                pair.handshake();
            }
        }
        assertThat(padding.decompressed).hasValue(0);
    }

    @EveryPairing
    void aDecompressorThatFailsIsTheCause(Pairing pairing) {
        RuntimeException failure = new IllegalStateException("meant to fail");
        ServerConfig.Builder server =
                pairing.newServer().certCompression(List.of(new Padding(ALGORITHM)), List.of());
        ClientConfig.Builder client =
                pairing.newClient()
                        .certCompression(
                                List.of(),
                                List.of(
                                        decompressor(
                                                (compressed, length) -> {
                                                    throw failure;
                                                })));
        if (isRefused(pairing, client, server)) {
            return;
        }
        try (TlsPair pair = pairing.pair(client, server)) {
            assertThat(pair.clientFailure()).isInstanceOf(TlsException.class).hasCause(failure);
        }
    }

    @EveryPairing
    void aDecompressorHasToReturnWhatWasAnnounced(Pairing pairing) {
        ServerConfig.Builder server =
                pairing.newServer().certCompression(List.of(new Padding(ALGORITHM)), List.of());
        ClientConfig.Builder client =
                pairing.newClient()
                        .certCompression(
                                List.of(),
                                List.of(decompressor((compressed, length) -> compressed)));
        if (isRefused(pairing, client, server)) {
            return;
        }
        try (TlsPair pair = pairing.pair(client, server)) {
            assertThat(pair.clientFailure())
                    .isInstanceOf(TlsException.class)
                    .rootCause()
                    .hasMessageContaining("bytes");
        }
    }

    @EveryPairing
    void numbersAreChecked(Pairing pairing) {
        ServerConfig.Builder server = pairing.newServer();
        for (int wrong : new int[] {-1, 0, 0x1_0000}) {
            assertThatThrownBy(() -> server.certCompression(List.of(new Padding(wrong)), List.of()))
                    .isInstanceOf(TlsConfigException.class)
                    .hasMessageContaining(Integer.toString(wrong));
        }
        Padding twice = new Padding(ALGORITHM);
        assertThatThrownBy(() -> server.certCompression(List.of(), List.of(twice, twice)))
                .isInstanceOf(TlsConfigException.class)
                .hasMessageContaining("twice");
    }

    private static boolean isRefused(
            Pairing pairing, ClientConfig.Builder client, ServerConfig.Builder server) {
        boolean refused = false;
        if (Feature.CERTIFICATE_COMPRESSION.isRefusedBy(pairing.client())) {
            Feature.CERTIFICATE_COMPRESSION.assertRefused(client::build);
            refused = true;
        }
        if (Feature.CERTIFICATE_COMPRESSION.isRefusedBy(pairing.server())) {
            Feature.CERTIFICATE_COMPRESSION.assertRefused(server::build);
            refused = true;
        }
        return refused;
    }

    private interface Compression {
        byte[] compress(byte[] certificates);
    }

    private interface Decompression {
        byte[] decompress(byte[] compressed, int length);
    }

    private static CertCompressor compressor(Compression body) {
        return new CertCompressor() {
            @Override
            public int algorithm() {
                return ALGORITHM;
            }

            @Override
            public byte[] compress(byte[] certificates) {
                return body.compress(certificates);
            }
        };
    }

    private static CertDecompressor decompressor(Decompression body) {
        return new CertDecompressor() {
            @Override
            public int algorithm() {
                return ALGORITHM;
            }

            @Override
            public byte[] decompress(byte[] compressed, int length) {
                return body.decompress(compressed, length);
            }
        };
    }

    /** Makes certificates longer, so that what was not decompressed would not pass. */
    private static final class Padding implements CertCompressor, CertDecompressor {
        private static final int LENGTH = 100;

        final AtomicInteger compressed = new AtomicInteger();
        final AtomicInteger decompressed = new AtomicInteger();
        private final int algorithm;

        Padding(int algorithm) {
            this.algorithm = algorithm;
        }

        @Override
        public int algorithm() {
            return algorithm;
        }

        @Override
        public byte[] compress(byte[] certificates) {
            compressed.incrementAndGet();
            return Arrays.copyOf(certificates, certificates.length + LENGTH);
        }

        @Override
        public byte[] decompress(byte[] padded, int length) {
            decompressed.incrementAndGet();
            assertThat(padded).hasSize(length + LENGTH);
            return Arrays.copyOf(padded, length);
        }
    }
}
