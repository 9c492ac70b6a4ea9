package io.rustls4j.tcnative.context;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.SignatureScheme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What rustls asks in the course of a handshake. A configuration is shared by connections, so the
 * answer comes from the one that is being served on this thread.
 */
public interface PeerCallbacks {
    /**
     * The number by which Netty knows the connection.
     *
     * @return its handle
     */
    long handle();

    /**
     * Judges the peer's certificate.
     *
     * @param chain what it has shown, the end-entity certificate first
     * @param ocspResponse what it has stapled
     * @throws Exception if it is refused
     */
    void verify(List<CertificateDer> chain, Optional<byte[]> ocspResponse) throws Exception;

    /**
     * Chooses a client's certificate.
     *
     * @param caNames the names of the authorities that the server accepts, in DER
     * @param schemes what it can verify
     * @return the choice, or null for none
     * @throws Exception if the handshake is to fail
     */
    @Nullable CertifiedKey chooseCertificate(List<byte[]> caNames, List<SignatureScheme> schemes)
            throws Exception;

    /**
     * Hears of a secret, in the parts of a line of the NSS key log format.
     *
     * @param label which secret
     * @param clientRandom of which connection
     * @param secret the secret, which the callee may keep or zero
     */
    void keyLog(String label, byte[] clientRandom, byte[] secret);

    /**
     * Hears what the step waits for, to fail it if the connection is freed meanwhile.
     *
     * @param signature what will be waited for
     */
    void await(CompletableFuture<byte[]> signature);

    /** Certificates could not be compressed, for which rustls alone would not fail. */
    void compressionFailed();

    /** The peer's certificates could not be decompressed. */
    void decompressionFailed();
}
