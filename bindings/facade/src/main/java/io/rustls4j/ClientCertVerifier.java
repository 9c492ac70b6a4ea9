package io.rustls4j;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a server asks for client certificates, and how it decides on them (rustls's {@code
 * ClientCertVerifier}). Immutable.
 */
public sealed interface ClientCertVerifier {
    /**
     * webpki: a chain to one of the roots, for client authentication, in its time, not revoked. A
     * certificate is required.
     *
     * @param roots the trust anchors; not empty
     * @return a verifier
     * @throws TlsConfigException if there is no root
     */
    static ClientCertVerifier webPki(RootCertStore roots) {
        return webPkiBuilder(roots).build();
    }

    /**
     * webpki with more choices.
     *
     * @param roots the trust anchors; not empty
     * @return a builder for one thread
     */
    static WebPki.Builder webPkiBuilder(RootCertStore roots) {
        return new WebPki.Builder(roots);
    }

    /**
     * The application decides. Whether the client owns the certificate's key is still checked by
     * the engine.
     *
     * @param check decides on the chain and the time
     * @param mandatory whether a client without a certificate is refused
     * @return a verifier that accepts every signature scheme of the provider and hints at no
     *     authority
     */
    static ClientCertVerifier custom(Check check, boolean mandatory) {
        return new Custom(check, mandatory, List.of(), List.of());
    }

    /**
     * The application decides, and says what the server asks for.
     *
     * @param check decides on the chain and the time
     * @param mandatory whether a client without a certificate is refused
     * @param schemes the signature schemes to accept; empty means every one of the provider
     * @param caNames DER-encoded names of the authorities to ask for (RFC 8446 section 4.2.4)
     * @return a verifier
     */
    static ClientCertVerifier custom(
            Check check, boolean mandatory, List<SignatureScheme> schemes, List<byte[]> caNames) {
        return new Custom(check, mandatory, schemes, caNames);
    }

    /**
     * webpki decides, and the application only on what webpki refuses. So most clients are accepted
     * without a call into Java, and none is refused that the application would accept.
     *
     * @param roots the trust anchors; if there are none, the application is always asked
     * @param revocation the revocation lists and how strictly they are applied
     * @param mandatory whether a client without a certificate is refused
     * @param schemes the signature schemes to accept; empty means every one of the provider. They
     *     bind the handshake's signatures, not those inside of the chain
     * @param caNames DER-encoded names of the authorities to ask for (RFC 8446 section 4.2.4);
     *     empty asks for any
     * @param otherwise decides on what webpki refuses, and on the alert; it is told nothing of
     *     webpki's reasons
     * @return a verifier
     */
    static ClientCertVerifier webPkiOr(
            RootCertStore roots,
            RevocationPolicy revocation,
            boolean mandatory,
            List<SignatureScheme> schemes,
            List<byte[]> caNames,
            Check otherwise) {
        return new WebPkiOr(roots, revocation, mandatory, schemes, caNames, otherwise);
    }

    /**
     * See {@link #webPkiBuilder(RootCertStore)}.
     *
     * @param roots the trust anchors
     * @param revocation the revocation lists
     * @param mandatory whether a client without a certificate is refused
     * @param caNames the names of authorities to ask for, or empty for those of the roots
     */
    record WebPki(
            RootCertStore roots,
            RevocationPolicy revocation,
            boolean mandatory,
            Optional<List<byte[]>> caNames)
            implements ClientCertVerifier {
        /**
         * Checks that there is something to trust.
         *
         * @throws TlsConfigException if there is no root
         */
        public WebPki {
            if (roots.isEmpty()) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.TRUST_ANCHORS,
                        "the root store is empty, so that no client could be trusted; add a root");
            }
        }

        /** Collects choices. For one thread. */
        public static final class Builder {
            private final RootCertStore roots;
            private RevocationPolicy revocation = RevocationPolicy.none();
            private boolean mandatory = true;
            private Optional<List<byte[]>> caNames = Optional.empty();

            private Builder(RootCertStore roots) {
                this.roots = roots;
            }

            /**
             * Sets the revocation lists.
             *
             * @param policy the lists and how strictly they are applied
             * @return this builder
             */
            public Builder revocation(RevocationPolicy policy) {
                revocation = policy;
                return this;
            }

            /**
             * Accepts clients without a certificate ({@code
             * rustls_web_pki_client_cert_verifier_builder_allow_unauthenticated}); one that is
             * shown must be right.
             *
             * @return this builder
             */
            public Builder allowUnauthenticated() {
                mandatory = false;
                return this;
            }

            /**
             * Asks for certificates of these authorities instead of those of the roots.
             *
             * @param names DER-encoded names; an empty list asks for any
             * @return this builder
             */
            public Builder rootHintSubjects(List<byte[]> names) {
                caNames = Optional.of(copies(names));
                return this;
            }

            /**
             * Makes the verifier.
             *
             * @return an immutable verifier
             */
            public ClientCertVerifier build() {
                return new WebPki(roots, revocation, mandatory, caNames);
            }

            private static List<byte[]> copies(List<byte[]> names) {
                List<byte[]> copies = new ArrayList<>();
                names.forEach(name -> copies.add(name.clone()));
                return List.copyOf(copies);
            }
        }
    }

    /**
     * See {@link #custom(Check, boolean, List, List)}.
     *
     * @param check the application's check
     * @param mandatory whether a client without a certificate is refused
     * @param schemes the schemes to accept, or none for all
     * @param caNames the names of authorities to ask for
     */
    record Custom(
            Check check, boolean mandatory, List<SignatureScheme> schemes, List<byte[]> caNames)
            implements ClientCertVerifier {
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
     * @param mandatory whether a client without a certificate is refused
     * @param schemes the schemes to accept, or none for all
     * @param caNames the names of authorities to ask for
     * @param otherwise the application's check, for what webpki refuses
     */
    record WebPkiOr(
            RootCertStore roots,
            RevocationPolicy revocation,
            boolean mandatory,
            List<SignatureScheme> schemes,
            List<byte[]> caNames,
            Check otherwise)
            implements ClientCertVerifier {
        /** Copies the lists. */
        public WebPkiOr {
            schemes = List.copyOf(schemes);
            caNames = ByteArrays.copyOf(caNames);
        }
    }

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
