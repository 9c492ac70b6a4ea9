package io.rustls4j;

import java.util.List;
import java.util.Optional;

/**
 * The application decides on servers, alone or on what webpki refuses. Made by {@link
 * ServerCertVerifier#dangerous()} and {@link WebPkiServerVerifier.Builder#dangerous()}. Immutable.
 */
public final class CustomServerVerifier implements ServerCertVerifier {
    private final Check check;
    private final List<SignatureScheme> schemes;
    private final List<byte[]> rootHintSubjects;
    private final Optional<WebPkiServerVerifier> webPki;
    private final boolean checkName;

    CustomServerVerifier(
            Check check,
            List<SignatureScheme> schemes,
            List<byte[]> rootHintSubjects,
            Optional<WebPkiServerVerifier> webPki,
            boolean checkName) {
        this.check = check;
        this.schemes = List.copyOf(schemes);
        this.rootHintSubjects = DistinguishedNames.copyOf(rootHintSubjects);
        this.webPki = webPki;
        this.checkName = checkName;
    }

    /**
     * The application's check.
     *
     * @return what is asked last, or alone
     */
    public Check check() {
        return check;
    }

    /**
     * The signature schemes to advertise.
     *
     * @return an immutable list; empty means every one of the provider
     */
    public List<SignatureScheme> supportedVerifySchemes() {
        return schemes;
    }

    /**
     * The authorities to hint at.
     *
     * @return an immutable list of copies, in DER; mostly empty
     */
    public List<byte[]> rootHintSubjects() {
        return DistinguishedNames.copyOf(rootHintSubjects);
    }

    /**
     * Who is asked first, and has the last word where it accepts.
     *
     * @return webpki; empty if the application is always asked
     */
    public Optional<WebPkiServerVerifier> webPki() {
        return webPki;
    }

    /**
     * Whether webpki checks the name; of no meaning without webpki.
     *
     * @return false if webpki accepts a good chain for any name
     */
    public boolean checkName() {
        return checkName;
    }

    /** Collects what the engine has to know of the application's decision. For one thread. */
    public static final class Builder {
        private List<SignatureScheme> schemes = List.of();
        private List<byte[]> rootHintSubjects = List.of();

        Builder() {}

        /**
         * Says which signature schemes the client advertises ({@code supported_verify_schemes}).
         *
         * @param supported the schemes; empty, as by default, means every one of the provider
         * @return this builder
         */
        public Builder supportedVerifySchemes(List<SignatureScheme> supported) {
            schemes = List.copyOf(supported);
            return this;
        }

        /**
         * Hints at authorities in the client's hello ({@code root_hint_subjects}, RFC 8446 section
         * 4.2.4); by default at none.
         *
         * @param names DER-encoded names
         * @return this builder
         */
        public Builder rootHintSubjects(List<byte[]> names) {
            rootHintSubjects = DistinguishedNames.copyOf(names);
            return this;
        }

        /**
         * Makes a verifier by which the application decides, alone: nobody else looks at the chain,
         * the name or the time, so that a check that never throws trusts everybody. Whether the
         * server owns the certificate's key is still checked by the engine.
         *
         * @param check decides on the chain, the name and the time
         * @return an immutable verifier
         */
        public CustomServerVerifier custom(Check check) {
            return new CustomServerVerifier(
                    check, schemes, rootHintSubjects, Optional.empty(), true);
        }
    }
}
