package io.rustls4j;

import java.util.ArrayList;
import java.util.List;

/**
 * What the builders of webpki's two verifiers have in common: revocation lists. Without any,
 * nothing is checked for revocation, and the other choices here mean nothing. For one thread.
 *
 * @param <B> the builder itself
 */
public abstract sealed class WebPkiVerifierBuilder<B extends WebPkiVerifierBuilder<B>>
        permits WebPkiServerVerifier.Builder, WebPkiClientVerifier.Builder {
    private final RootCertStore roots;
    private final List<CertificateRevocationListDer> crls = new ArrayList<>();
    private boolean onlyCheckEndEntity;
    private boolean allowUnknownStatus;
    private boolean enforceExpiration;

    WebPkiVerifierBuilder(RootCertStore roots) {
        this.roots = roots;
    }

    abstract B self();

    /**
     * Adds revocation lists to those added before ({@code with_crls}).
     *
     * @param lists the lists; whether they can be parsed shows when a configuration is built
     * @return this builder
     */
    public B withCrls(List<CertificateRevocationListDer> lists) {
        crls.addAll(lists);
        return self();
    }

    /**
     * Looks up only the end entity ({@code only_check_end_entity_revocation}); by default the whole
     * chain below the trust anchor.
     *
     * @return this builder
     */
    public B onlyCheckEndEntityRevocation() {
        onlyCheckEndEntity = true;
        return self();
    }

    /**
     * Accepts certificates that no list covers ({@code allow_unknown_revocation_status}); refused
     * by default.
     *
     * @return this builder
     */
    public B allowUnknownRevocationStatus() {
        allowUnknownStatus = true;
        return self();
    }

    /**
     * Refuses lists past their nextUpdate ({@code enforce_revocation_expiration}); used by default.
     *
     * @return this builder
     */
    public B enforceRevocationExpiration() {
        enforceExpiration = true;
        return self();
    }

    final RootCertStore roots() {
        return roots;
    }

    final RevocationPolicy revocation() {
        return new RevocationPolicy(
                crls, onlyCheckEndEntity, allowUnknownStatus, enforceExpiration);
    }
}
