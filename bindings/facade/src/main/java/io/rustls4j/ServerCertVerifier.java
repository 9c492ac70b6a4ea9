package io.rustls4j;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a client decides whether to trust the server's certificate (rustls's {@code
 * ServerCertVerifier}). Immutable.
 */
public sealed interface ServerCertVerifier {
    /**
     * webpki: a chain to one of the roots, the right name, the right purpose, in its time, not
     * revoked.
     *
     * @param roots the trust anchors; not empty
     * @return a verifier that checks no revocation lists
     * @throws TlsConfigException if there is no root
     */
    static ServerCertVerifier webPki(RootCertStore roots) {
        return webPki(roots, RevocationPolicy.none());
    }

    /**
     * webpki, with revocation lists.
     *
     * @param roots the trust anchors; not empty
     * @param revocation the lists and how strictly they are applied
     * @return a verifier
     * @throws TlsConfigException if there is no root
     */
    static ServerCertVerifier webPki(RootCertStore roots, RevocationPolicy revocation) {
        return new WebPki(roots, revocation);
    }

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
     * The application decides, alone: nobody else looks at the chain, the name or the time, so that
     * a check that never throws trusts everybody. Rust has this behind {@code dangerous()}. Whether
     * the server owns the certificate's key is still checked by the engine.
     *
     * @param check decides on the chain, the name and the time
     * @return a verifier that advertises every signature scheme of the provider
     */
    static ServerCertVerifier custom(Check check) {
        return new Custom(check, List.of(), List.of());
    }

    /**
     * The application decides, alone as with {@link #custom(Check)}, and says what the client
     * advertises.
     *
     * @param check decides on the chain, the name and the time
     * @param schemes the signature schemes to advertise; empty means every one of the provider
     * @param caNames DER-encoded names of authorities to hint at (RFC 8446 section 4.2.4); usually
     *     empty
     * @return a verifier
     */
    static ServerCertVerifier custom(
            Check check, List<SignatureScheme> schemes, List<byte[]> caNames) {
        return new Custom(check, schemes, caNames);
    }

    /**
     * webpki decides, and the application only on what webpki refuses. So most servers are accepted
     * without a call into Java, and none is refused that the application would accept.
     *
     * @param roots the trust anchors; if there are none, the application is always asked
     * @param revocation the revocation lists and how strictly they are applied
     * @param checkName whether webpki checks the name; {@code false} accepts a good chain whatever
     *     name it is for, and is only for names that are checked elsewhere
     * @param schemes the signature schemes to advertise; empty means every one of the provider.
     *     They bind the handshake's signatures, not those inside of the chain
     * @param otherwise decides on what webpki refuses, and on the alert; it is told nothing of
     *     webpki's reasons
     * @return a verifier
     */
    static ServerCertVerifier webPkiOr(
            RootCertStore roots,
            RevocationPolicy revocation,
            boolean checkName,
            List<SignatureScheme> schemes,
            Check otherwise) {
        return new WebPkiOr(roots, revocation, checkName, schemes, otherwise);
    }

    /**
     * See {@link #webPki(RootCertStore, RevocationPolicy)}.
     *
     * @param roots the trust anchors
     * @param revocation the revocation lists
     */
    record WebPki(RootCertStore roots, RevocationPolicy revocation) implements ServerCertVerifier {
        /**
         * Checks that there is something to trust.
         *
         * @throws TlsConfigException if there is no root
         */
        public WebPki {
            if (roots.isEmpty()) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.TRUST_ANCHORS,
                        "the root store is empty, so that no server could be trusted; add a root");
            }
        }
    }

    /** See {@link #platform()}. */
    record Platform() implements ServerCertVerifier {}

    /**
     * See {@link #custom(Check, List, List)}.
     *
     * @param check the application's check
     * @param schemes the schemes to advertise, or none for all
     * @param caNames the names to hint at
     */
    record Custom(Check check, List<SignatureScheme> schemes, List<byte[]> caNames)
            implements ServerCertVerifier {
        /** Copies the lists. */
        public Custom {
            schemes = List.copyOf(schemes);
            caNames = ByteArrays.copyOf(caNames);
        }
    }

    /**
     * See {@link #webPkiOr}.
     *
     * @param roots the trust anchors; may be none
     * @param revocation the revocation lists
     * @param checkName whether webpki checks the name
     * @param schemes the schemes to advertise, or none for all
     * @param otherwise the application's check, for what webpki refuses
     */
    record WebPkiOr(
            RootCertStore roots,
            RevocationPolicy revocation,
            boolean checkName,
            List<SignatureScheme> schemes,
            Check otherwise)
            implements ServerCertVerifier {
        /** Copies the list. */
        public WebPkiOr {
            schemes = List.copyOf(schemes);
        }
    }

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
