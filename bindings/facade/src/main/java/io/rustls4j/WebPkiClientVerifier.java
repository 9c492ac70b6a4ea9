package io.rustls4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * webpki decides on clients: a chain to one of the roots, for client authentication, in its time,
 * not revoked (rustls's {@code WebPkiClientVerifier}). Immutable.
 */
public final class WebPkiClientVerifier implements ClientCertVerifier {
    private final RootCertStore roots;
    private final RevocationPolicy revocation;
    private final boolean mandatory;
    private final Optional<List<byte[]>> rootHintSubjects;

    private WebPkiClientVerifier(Builder builder) {
        this.roots = builder.roots();
        this.revocation = builder.revocation();
        this.mandatory = builder.mandatory;
        if (roots.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.TRUST_ANCHORS,
                    "the root store is empty, so that no client could be trusted; add a root");
        }
        this.rootHintSubjects =
                builder.hintAtRoots && builder.hints.isEmpty()
                        ? Optional.empty()
                        : Optional.of(builder.allHints());
    }

    /**
     * Starts a verifier that wants a certificate, asks for those of the roots, and checks no
     * revocation lists.
     *
     * @param roots the trust anchors; not empty
     * @return a builder for one thread
     */
    public static Builder builder(RootCertStore roots) {
        return new Builder(roots);
    }

    /**
     * The trust anchors.
     *
     * @return a store that is not empty
     */
    public RootCertStore roots() {
        return roots;
    }

    /**
     * The revocation lists and how strictly they are applied.
     *
     * @return the policy
     */
    public RevocationPolicy revocation() {
        return revocation;
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }

    /**
     * The authorities to ask for, where they are not simply those of the roots.
     *
     * @return an immutable list of copies, in DER; empty for those of the roots
     */
    public Optional<List<byte[]>> rootHintSubjects() {
        return rootHintSubjects.map(DistinguishedNames::copyOf);
    }

    /** Collects choices ({@code ClientCertVerifierBuilder}). For one thread. */
    public static final class Builder extends WebPkiVerifierBuilder<Builder> {
        private final List<byte[]> hints = new ArrayList<>();
        private boolean mandatory = true;
        private boolean hintAtRoots = true;

        private Builder(RootCertStore roots) {
            super(roots);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Accepts clients without a certificate ({@code allow_unauthenticated}); one that is shown
         * must be right.
         *
         * @return this builder
         */
        public Builder allowUnauthenticated() {
            mandatory = false;
            return this;
        }

        /**
         * Forgets the authorities to ask for, those of the roots among them ({@code
         * clear_root_hint_subjects}). Without any, the server asks for any certificate.
         *
         * @return this builder
         */
        public Builder clearRootHintSubjects() {
            hintAtRoots = false;
            hints.clear();
            return this;
        }

        /**
         * Asks for certificates of these authorities, too ({@code add_root_hint_subjects}, RFC 8446
         * section 4.2.4). This changes nothing in who is trusted.
         *
         * @param names DER-encoded names
         * @return this builder
         */
        public Builder addRootHintSubjects(List<byte[]> names) {
            hints.addAll(DistinguishedNames.copyOf(names));
            return this;
        }

        /**
         * Leads to verifiers that accept more than webpki does.
         *
         * @return a builder for one thread
         */
        public Dangerous dangerous() {
            return new Dangerous(this);
        }

        /**
         * Makes the verifier.
         *
         * @return an immutable verifier
         * @throws TlsConfigException if there is no root, or names are added to those of a root
         *     that cannot be parsed
         */
        public WebPkiClientVerifier build() {
            return new WebPkiClientVerifier(this);
        }

        private List<byte[]> allHints() {
            List<byte[]> all = new ArrayList<>();
            if (hintAtRoots) {
                all.addAll(roots().subjects());
            }
            all.addAll(hints);
            return List.copyOf(all);
        }
    }

    /**
     * Verifiers where webpki has not the last word. What is built here trusts whoever the
     * application's check lets pass. For one thread.
     */
    public static final class Dangerous {
        private final Builder webPki;
        private List<SignatureScheme> schemes = List.of();

        private Dangerous(Builder webPki) {
            this.webPki = webPki;
        }

        /**
         * Says which signature schemes the server accepts. They bind the handshake's signatures,
         * not those inside of the chain.
         *
         * @param supported the schemes; empty, as by default, means every one of the provider
         * @return this builder
         */
        public Dangerous supportedVerifySchemes(List<SignatureScheme> supported) {
            schemes = List.copyOf(supported);
            return this;
        }

        /**
         * Makes a verifier that asks the application about what webpki refuses, and only about
         * that. So most clients are accepted without a call into Java, and none is refused that the
         * application would accept.
         *
         * @param check decides on what webpki refuses, and on the alert; it is told nothing of
         *     webpki's reasons
         * @return an immutable verifier
         * @throws TlsConfigException as {@link Builder#build()}
         */
        public CustomClientVerifier orElse(ClientCertVerifier.Check check) {
            return new CustomClientVerifier(
                    check,
                    webPki.mandatory,
                    schemes,
                    webPki.allHints(),
                    Optional.of(webPki.build()));
        }
    }
}
