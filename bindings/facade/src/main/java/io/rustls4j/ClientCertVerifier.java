package io.rustls4j;

import java.time.Instant;
import java.util.List;

/**
 * That a server asks for client certificates, and how it decides on them (rustls's {@code
 * ClientCertVerifier}): {@link WebPkiClientVerifier} by given roots. Immutable.
 */
public sealed interface ClientCertVerifier permits WebPkiClientVerifier, CustomClientVerifier {
    /**
     * Leads to verifiers by which the application decides, alone (an implementation of {@code
     * rustls::server::danger::ClientCertVerifier}). What asks webpki first is at {@link
     * WebPkiClientVerifier.Builder#dangerous()}.
     *
     * @return a builder for one thread
     */
    static CustomClientVerifier.Builder dangerous() {
        return new CustomClientVerifier.Builder();
    }

    /**
     * Whether a client without a certificate is refused ({@code client_auth_mandatory}).
     *
     * @return false if it is let in
     */
    boolean mandatory();

    /**
     * The application's decision. Called on the thread that drives the handshake, for several
     * connections at once.
     */
    @FunctionalInterface
    interface Check {
        /**
         * Returns if the client is to be trusted and throws otherwise. Must not call the connection
         * that it is called for.
         *
         * @param certificate what the client has shown
         * @throws CertificateErrorException to refuse, with the reason that decides the alert
         * @throws Exception any other exception refuses too, as {@link CertificateError#OTHER}; it
         *     becomes the cause of what the connection throws
         */
        void verify(Presented certificate) throws Exception;
    }

    /**
     * What the client has shown.
     *
     * @param chain end entity first; not empty, not checked in any way
     * @param now the time that counts
     */
    record Presented(List<CertificateDer> chain, Instant now) {}
}
