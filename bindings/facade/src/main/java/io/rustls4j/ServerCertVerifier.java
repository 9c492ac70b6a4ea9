package io.rustls4j;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a client decides whether to trust the server's certificate (rustls's {@code
 * ServerCertVerifier}): {@link WebPkiServerVerifier} by given roots, {@link #platform()} by those
 * of the system. Immutable.
 */
public sealed interface ServerCertVerifier
        permits WebPkiServerVerifier, ServerCertVerifier.Platform, CustomServerVerifier {
    /**
     * What the operating system trusts ({@code
     * rustls_platform_server_cert_verifier_try_with_provider}); on the jdk engine, what the JDK
     * trusts.
     *
     * @return a verifier
     */
    static ServerCertVerifier platform() {
        return new Platform();
    }

    /**
     * Leads to verifiers by which the application decides, alone (rustls's {@code
     * dangerous().with_custom_certificate_verifier}). What asks webpki first is at {@link
     * WebPkiServerVerifier.Builder#dangerous()}.
     *
     * @return a builder for one thread
     */
    static CustomServerVerifier.Builder dangerous() {
        return new CustomServerVerifier.Builder();
    }

    /** See {@link #platform()}. */
    record Platform() implements ServerCertVerifier {}

    /**
     * The application's decision. Called on the thread that drives the handshake, for several
     * connections at once.
     */
    @FunctionalInterface
    interface Check {
        /**
         * Returns if the server is to be trusted and throws otherwise. Must not call the connection
         * that it is called for.
         *
         * @param certificate what the server has shown
         * @throws CertificateErrorException to refuse, with the reason that decides the alert
         * @throws Exception any other exception refuses too, as {@link CertificateError#OTHER}; it
         *     becomes the cause of what the connection throws
         */
        void verify(Presented certificate) throws Exception;
    }

    /**
     * What the server has shown.
     *
     * @param chain end entity first; not empty, not checked in any way
     * @param serverName the DNS name or IP address that the connection was made for
     * @param ocspResponse the stapled OCSP response in DER, not checked
     * @param now the time that counts
     */
    record Presented(
            List<CertificateDer> chain,
            String serverName,
            Optional<byte[]> ocspResponse,
            Instant now) {}
}
