package io.rustls4j.tcnative.context;

import io.netty.internal.tcnative.CertificateCompressionAlgo;
import io.netty.internal.tcnative.SSL;
import io.rustls4j.CertCompressor;
import io.rustls4j.CertDecompressor;
import java.util.ArrayList;
import java.util.List;

/**
 * The application's algorithms for certificate compression, in the order in which they were added.
 *
 * @param compressors for what is sent
 * @param decompressors for what comes
 */
public record CompressionAlgorithms(
        List<CertCompressor> compressors, List<CertDecompressor> decompressors) {
    /** No algorithms. */
    public static final CompressionAlgorithms NONE =
            new CompressionAlgorithms(List.of(), List.of());

    /**
     * These and one more ({@code SSL_CTX_add_cert_compression_alg}).
     *
     * @param direction one of {@code SSL_CERT_COMPRESSION_DIRECTION_*}
     * @param id the number of the algorithm
     * @param algorithm the algorithm
     * @return the longer lists
     * @throws IllegalArgumentException if there is one with that number, for whichever direction,
     *     or the number or the direction is none
     */
    CompressionAlgorithms and(int direction, int id, CertificateCompressionAlgo algorithm) {
        if (id < 1 || id > 0xffff) {
            throw new IllegalArgumentException(
                    "an algorithm with the number " + id + "; 1 to 65535 is wanted");
        }
        boolean both = direction == SSL.SSL_CERT_COMPRESSION_DIRECTION_BOTH;
        boolean compresses = both || direction == SSL.SSL_CERT_COMPRESSION_DIRECTION_COMPRESS;
        boolean decompresses = both || direction == SSL.SSL_CERT_COMPRESSION_DIRECTION_DECOMPRESS;
        if (!compresses && !decompresses) {
            throw new IllegalArgumentException("no direction of compression: " + direction);
        }
        if (compressors.stream().anyMatch(own -> own.algorithm() == id)
                || decompressors.stream().anyMatch(own -> own.algorithm() == id)) {
            throw new IllegalArgumentException("the algorithm " + id + " is there already");
        }
        List<CertCompressor> longer = new ArrayList<>(compressors);
        List<CertDecompressor> longerOther = new ArrayList<>(decompressors);
        if (compresses) {
            longer.add(new Compressor(id, algorithm));
        }
        if (decompresses) {
            longerOther.add(new Decompressor(id, algorithm));
        }
        return new CompressionAlgorithms(List.copyOf(longer), List.copyOf(longerOther));
    }

    /**
     * rustls would send certificates as they are; OpenSSL fails the handshake, and so does this.
     */
    private record Compressor(int algorithm, CertificateCompressionAlgo code)
            implements CertCompressor {
        @Override
        public byte[] compress(byte[] certificates) {
            PeerCallbacks peer = CurrentPeer.get();
            try {
                return code.compress(peer.handle(), certificates);
            } catch (Exception | Error e) {
                peer.compressionFailed();
                throw new CompressionException(e);
            }
        }
    }

    private record Decompressor(int algorithm, CertificateCompressionAlgo code)
            implements CertDecompressor {
        @Override
        public byte[] decompress(byte[] compressed, int length) {
            PeerCallbacks peer = CurrentPeer.get();
            try {
                return code.decompress(peer.handle(), length, compressed);
            } catch (Exception | Error e) {
                peer.decompressionFailed();
                throw new CompressionException(e);
            }
        }
    }
}
