package io.rustls4j.contract;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.EngineKind;
import io.rustls4j.ProviderSigningKey;
import io.rustls4j.WebPkiVerifierBuilder;
import io.rustls4j.testkit.CertificateBuilder;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.Purpose;
import io.rustls4j.testkit.TestAuthority;
import java.security.PublicKey;
import java.util.List;

/**
 * Certificates of {@link Identities#AUTHORITY} that are wrong in one way, and what each engine says
 * about it.
 */
enum WrongCertificate {
    EXPIRED(CertificateError.EXPIRED) {
        @Override
        CertificateBuilder make() {
            return right().expired();
        }
    },
    NOT_YET_VALID(CertificateError.NOT_YET_VALID) {
        @Override
        CertificateBuilder make() {
            return right().notYetValid();
        }
    },
    WRONG_NAME(CertificateError.NOT_VALID_FOR_NAME) {
        @Override
        CertificateBuilder make() {
            return Identities.AUTHORITY.newCertificate().dns("elsewhere.example");
        }
    },
    UNKNOWN_ISSUER(CertificateError.UNKNOWN_ISSUER) {
        @Override
        CertificateBuilder make() {
            return Identities.OTHER_ROOT.newCertificate().dns(Identities.NAME);
        }
    },
    CORRUPTED_SIGNATURE(CertificateError.BAD_SIGNATURE) {
        @Override
        CertificateBuilder make() {
            return right().corruptSignature();
        }
    },
    FORGED(CertificateError.BAD_SIGNATURE) {
        @Override
        CertificateBuilder make() {
            return right().forgedBy(TestAuthority.root("contract intermediate"));
        }
    },
    WRONG_PURPOSE(CertificateError.INVALID_PURPOSE) {
        @Override
        CertificateBuilder make() {
            return right().purposes(Purpose.CODE_SIGNING);
        }
    },
    UNKNOWN_CRITICAL_EXTENSION(CertificateError.UNHANDLED_CRITICAL_EXTENSION) {
        @Override
        CertificateBuilder make() {
            return right().unknownCriticalExtension();
        }

        /** webpki says what it is, but rustls has no name for that. */
        @Override
        CertificateError error(EngineKind engine) {
            return engine == EngineKind.RUSTLS ? CertificateError.OTHER : super.error(engine);
        }
    },
    VERSION_1(CertificateError.OTHER) {
        @Override
        CertificateBuilder make() {
            return right().version1();
        }
    },
    REVOKED(CertificateError.REVOKED) {
        @Override
        CertificateBuilder make() {
            return right();
        }

        @Override
        <B extends WebPkiVerifierBuilder<B>> B revocation(B verifier) {
            return verifier.withCrls(
                    List.of(
                            Revocations.of(Identities.AUTHORITY, certificate()),
                            Revocations.of(Identities.ROOT)));
        }
    },
    REVOKED_INTERMEDIATE(CertificateError.REVOKED) {
        @Override
        CertificateBuilder make() {
            return right();
        }

        @Override
        <B extends WebPkiVerifierBuilder<B>> B revocation(B verifier) {
            return verifier.withCrls(List.of(Revocations.of(Identities.AUTHORITY)))
                    .withCrls(
                            List.of(
                                    CertificateRevocationListDer.of(
                                            Identities.ROOT
                                                    .newRevocationList()
                                                    .revoke(Identities.AUTHORITY.certificate())
                                                    .make()
                                                    .der())));
        }
    },
    UNKNOWN_STATUS(CertificateError.UNKNOWN_REVOCATION_STATUS) {
        @Override
        CertificateBuilder make() {
            return right();
        }

        @Override
        <B extends WebPkiVerifierBuilder<B>> B revocation(B verifier) {
            return verifier.withCrls(List.of(Revocations.of(Identities.OTHER_ROOT)));
        }
    },
    FORGED_LIST(CertificateError.INVALID_REVOCATION_LIST) {
        @Override
        CertificateBuilder make() {
            return right();
        }

        @Override
        <B extends WebPkiVerifierBuilder<B>> B revocation(B verifier) {
            return verifier.withCrls(
                            List.of(Revocations.of(TestAuthority.root("contract intermediate"))))
                    .onlyCheckEndEntityRevocation();
        }
    },
    EXPIRED_LIST(CertificateError.EXPIRED_REVOCATION_LIST) {
        @Override
        CertificateBuilder make() {
            return right();
        }

        @Override
        <B extends WebPkiVerifierBuilder<B>> B revocation(B verifier) {
            return verifier.withCrls(List.of(Revocations.expired(Identities.AUTHORITY)))
                    .onlyCheckEndEntityRevocation()
                    .enforceRevocationExpiration();
        }
    };

    private final CertificateError error;
    private final IssuedCertificate certificate;

    WrongCertificate(CertificateError error) {
        this.error = error;
        this.certificate = make().issue();
    }

    abstract CertificateBuilder make();

    IssuedCertificate certificate() {
        return certificate;
    }

    /**
     * An opaque key, since rustls does not serve a certificate that it cannot parse, if it has the
     * key to compare.
     */
    CertifiedKey key() {
        PublicKey publicKey = certificate.certificate().getPublicKey();
        return CertifiedKey.of(
                Identities.dersOf(certificate),
                ProviderSigningKey.of(certificate.privateKey(), publicKey));
    }

    <B extends WebPkiVerifierBuilder<B>> B revocation(B verifier) {
        return verifier;
    }

    /** What the side that checks says. */
    CertificateError error(EngineKind engine) {
        return error;
    }

    private static CertificateBuilder right() {
        return Identities.AUTHORITY.newCertificate().dns(Identities.NAME);
    }
}
