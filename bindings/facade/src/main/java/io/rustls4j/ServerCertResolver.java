package io.rustls4j;

import org.jspecify.annotations.Nullable;

/**
 * Chooses a server's certificate from the client's hello (rustls's {@code ResolvesServerCert}).
 * Must be thread-safe.
 */
@FunctionalInterface
public interface ServerCertResolver {
    /**
     * Chooses. Called on the thread that drives the handshake; twice if the server asks for another
     * key share. Must not call the connection that it is called for.
     *
     * @param hello what the client has said
     * @return the certificate to show, or null to refuse the connection
     * @throws Exception to refuse the connection; it becomes the cause of what the connection
     *     throws
     */
    @Nullable CertifiedKey resolve(ClientHello hello) throws Exception;
}
