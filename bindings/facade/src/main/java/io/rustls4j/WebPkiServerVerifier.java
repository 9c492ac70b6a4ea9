package io.rustls4j;

import java.util.List;
import java.util.Optional;

/**
 * webpki decides on servers: a chain to one of the roots, the right name, the right purpose, in its
 * time, not revoked (rustls's {@code WebPkiServerVerifier}). Immutable.
 */
public final class WebPkiServerVerifier implements ServerCertVerifier {
    private final RootCertStore roots;
    private final RevocationPolicy revocation;

    private WebPkiServerVerifier(Builder builder) {
        this.roots = builder.roots();
        this.revocation = builder.revocation();
        if (roots.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.TRUST_ANCHORS,
                    "the root store is empty, so that no server could be trusted; add a root");
        }
    }

    /**
     * Starts a verifier that checks no revocation lists.
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

    /** Collects choices ({@code ServerCertVerifierBuilder}). For one thread. */
    public static final class Builder extends WebPkiVerifierBuilder<Builder> {
        private Builder(RootCertStore roots) {
            super(roots);
        }

        @Override
        Builder self() {
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
         * @throws TlsConfigException if there is no root
         */
        public WebPkiServerVerifier build() {
            return new WebPkiServerVerifier(this);
        }
    }

    /**
     * Verifiers where webpki has not the last word. What is built here trusts whoever the
     * application's check lets pass. For one thread.
     */
    public static final class Dangerous {
        private final Builder webPki;
        private boolean checkName = true;
        private List<SignatureScheme> schemes = List.of();

        private Dangerous(Builder webPki) {
            this.webPki = webPki;
        }

        /**
         * Lets webpki accept a good chain whatever name it is for. Only for names that are checked
         * elsewhere: anybody who owns a certificate for any name could be the server otherwise.
         *
         * @return this builder
         */
        public Dangerous ignoreServerName() {
            checkName = false;
            return this;
        }

        /**
         * Says which signature schemes the client advertises. They bind the handshake's signatures,
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
         * that. So most servers are accepted without a call into Java, and none is refused that the
         * application would accept.
         *
         * @param check decides on what webpki refuses, and on the alert; it is told nothing of
         *     webpki's reasons
         * @return an immutable verifier
         * @throws TlsConfigException if there is no root
         */
        public CustomServerVerifier orElse(ServerCertVerifier.Check check) {
            return new CustomServerVerifier(
                    check, schemes, List.of(), Optional.of(webPki.build()), checkName);
        }
    }
}
