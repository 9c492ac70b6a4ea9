package io.rustls4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a client's certificate when a server asks (rustls's {@code ResolvesClientCert}). Must be
 * thread-safe.
 */
@FunctionalInterface
public interface ClientCertResolver {
    /**
     * Chooses. Called on the thread that drives the handshake. Must not call the connection that it
     * is called for.
     *
     * @param caNames DER-encoded names of the authorities the server accepts; empty means any
     * @param schemes the signature schemes the server accepts
     * @return the certificate to show, or null to show none
     * @throws Exception to fail the handshake; it becomes the cause of what the connection throws
     */
    @Nullable CertifiedKey resolve(List<byte[]> caNames, List<SignatureScheme> schemes)
            throws Exception;
}
