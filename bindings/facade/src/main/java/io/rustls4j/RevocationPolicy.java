package io.rustls4j;

import io.rustls4j.pem.PemBlock;
import io.rustls4j.pem.PemReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Which certificate revocation lists a verifier checks, and how strictly. Immutable. Without lists
 * nothing is checked for revocation.
 */
public final class RevocationPolicy {
    private static final RevocationPolicy NONE = builder().build();

    private final List<byte[]> crls;
    private final boolean onlyEndEntity;
    private final boolean allowUnknownStatus;
    private final boolean enforceExpiration;

    private RevocationPolicy(Builder builder) {
        this.crls = List.copyOf(builder.crls);
        this.onlyEndEntity = builder.onlyEndEntity;
        this.allowUnknownStatus = builder.allowUnknownStatus;
        this.enforceExpiration = builder.enforceExpiration;
    }

    /**
     * No revocation lists.
     *
     * @return the policy that checks nothing
     */
    public static RevocationPolicy none() {
        return NONE;
    }

    /**
     * Starts a policy without lists.
     *
     * @return a builder for one thread
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The revocation lists in DER.
     *
     * @return an immutable list of copies
     */
    public List<byte[]> crls() {
        return ByteArrays.copyOf(crls);
    }

    /**
     * Whether only the end entity is looked up, not the intermediates.
     *
     * @return true if so
     */
    public boolean onlyEndEntity() {
        return onlyEndEntity;
    }

    /**
     * Whether a certificate that no list covers is accepted.
     *
     * @return true if so
     */
    public boolean allowUnknownStatus() {
        return allowUnknownStatus;
    }

    /**
     * Whether a list past its nextUpdate is refused.
     *
     * @return true if so
     */
    public boolean enforceExpiration() {
        return enforceExpiration;
    }

    /** Collects revocation lists. For one thread. */
    public static final class Builder {
        private final List<byte[]> crls = new ArrayList<>();
        private boolean onlyEndEntity;
        private boolean allowUnknownStatus;
        private boolean enforceExpiration;

        private Builder() {}

        /**
         * Adds a list in DER.
         *
         * @param der the encoding; whether it is right shows when a configuration is built
         * @return this builder
         */
        public Builder addDer(byte[] der) {
            crls.add(der.clone());
            return this;
        }

        /**
         * Adds every list in PEM text.
         *
         * @param pem blocks labelled X509 CRL
         * @return this builder
         * @throws TlsConfigException if there is none
         */
        public Builder addPem(byte[] pem) {
            List<PemBlock> found;
            try {
                found =
                        PemReader.read(pem).stream()
                                .filter(block -> block.label().equals("X509 CRL"))
                                .toList();
            } catch (IllegalArgumentException e) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.REVOCATION_LIST, e.getMessage(), e);
            }
            if (found.isEmpty()) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.REVOCATION_LIST,
                        "the PEM text has no X509 CRL block; one is wanted");
            }
            found.forEach(block -> crls.add(block.der()));
            return this;
        }

        /**
         * Looks up only the end entity ({@code ..._only_check_end_entity_revocation}); by default
         * the whole chain.
         *
         * @return this builder
         */
        public Builder onlyEndEntity() {
            onlyEndEntity = true;
            return this;
        }

        /**
         * Accepts certificates that no list covers ({@code ..._allow_unknown_revocation_status});
         * refused by default.
         *
         * @return this builder
         */
        public Builder allowUnknownStatus() {
            allowUnknownStatus = true;
            return this;
        }

        /**
         * Refuses lists past their nextUpdate ({@code ..._enforce_revocation_expiry}); used by
         * default.
         *
         * @return this builder
         */
        public Builder enforceExpiration() {
            enforceExpiration = true;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return an immutable policy
         */
        public RevocationPolicy build() {
            return new RevocationPolicy(this);
        }
    }
}
