package io.rustls4j;

import java.util.List;
import java.util.Optional;

/**
 * The application decides on clients, alone or on what webpki refuses. Made by {@link
 * ClientCertVerifier#dangerous()} and {@link WebPkiClientVerifier.Builder#dangerous()}. Immutable.
 */
public final class CustomClientVerifier implements ClientCertVerifier {
    private final Check check;
    private final boolean mandatory;
    private final List<SignatureScheme> schemes;
    private final List<byte[]> rootHintSubjects;
    private final Optional<WebPkiClientVerifier> webPki;

    CustomClientVerifier(
            Check check,
            boolean mandatory,
            List<SignatureScheme> schemes,
            List<byte[]> rootHintSubjects,
            Optional<WebPkiClientVerifier> webPki) {
        this.check = check;
        this.mandatory = mandatory;
        this.schemes = List.copyOf(schemes);
        this.rootHintSubjects = DistinguishedNames.copyOf(rootHintSubjects);
        this.webPki = webPki;
    }

    /**
     * The application's check.
     *
     * @return what is asked last, or alone
     */
    public Check check() {
        return check;
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }

    /**
     * The signature schemes to accept.
     *
     * @return an immutable list; empty means every one of the provider
     */
    public List<SignatureScheme> supportedVerifySchemes() {
        return schemes;
    }

    /**
     * The authorities to ask for.
     *
     * @return an immutable list of copies, in DER; empty asks for any
     */
    public List<byte[]> rootHintSubjects() {
        return DistinguishedNames.copyOf(rootHintSubjects);
    }

    /**
     * Who is asked first, and has the last word where it accepts.
     *
     * @return webpki; empty if the application is always asked
     */
    public Optional<WebPkiClientVerifier> webPki() {
        return webPki;
    }

    /** Collects what the engine has to know of the application's decision. For one thread. */
    public static final class Builder {
        private boolean mandatory = true;
        private List<SignatureScheme> schemes = List.of();
        private List<byte[]> rootHintSubjects = List.of();

        Builder() {}

        /**
         * Accepts clients without a certificate (a {@code client_auth_mandatory} that is false);
         * the check is asked about one that is shown.
         *
         * @return this builder
         */
        public Builder allowUnauthenticated() {
            mandatory = false;
            return this;
        }

        /**
         * Says which signature schemes the server accepts ({@code supported_verify_schemes}).
         *
         * @param supported the schemes; empty, as by default, means every one of the provider
         * @return this builder
         */
        public Builder supportedVerifySchemes(List<SignatureScheme> supported) {
            schemes = List.copyOf(supported);
            return this;
        }

        /**
         * Asks for certificates of these authorities ({@code root_hint_subjects}, RFC 8446 section
         * 4.2.4); by default for any.
         *
         * @param names DER-encoded names; empty asks for any
         * @return this builder
         */
        public Builder rootHintSubjects(List<byte[]> names) {
            rootHintSubjects = DistinguishedNames.copyOf(names);
            return this;
        }

        /**
         * Makes a verifier by which the application decides, alone: nobody else looks at the chain
         * or the time, so that a check that never throws trusts everybody. Whether the client owns
         * the certificate's key is still checked by the engine.
         *
         * @param check decides on the chain and the time
         * @return an immutable verifier
         */
        public CustomClientVerifier custom(Check check) {
            return new CustomClientVerifier(
                    check, mandatory, schemes, rootHintSubjects, Optional.empty());
        }
    }
}
