package io.rustls4j;

import java.util.List;

/**
 * Which certificate revocation lists a verifier checks, and how strictly, as its {@link
 * WebPkiVerifierBuilder} was told. Without lists nothing is checked for revocation. Immutable.
 */
public final class RevocationPolicy {
    private final List<CertificateRevocationListDer> crls;
    private final boolean onlyEndEntity;
    private final boolean allowUnknownStatus;
    private final boolean enforceExpiration;

    RevocationPolicy(
            List<CertificateRevocationListDer> crls,
            boolean onlyEndEntity,
            boolean allowUnknownStatus,
            boolean enforceExpiration) {
        this.crls = List.copyOf(crls);
        this.onlyEndEntity = onlyEndEntity;
        this.allowUnknownStatus = allowUnknownStatus;
        this.enforceExpiration = enforceExpiration;
    }

    /**
     * The revocation lists.
     *
     * @return an immutable list
     */
    public List<CertificateRevocationListDer> crls() {
        return crls;
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
}
