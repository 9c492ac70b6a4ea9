package io.rustls4j.contract;

import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.RevocationListBuilder;
import io.rustls4j.testkit.TestAuthority;

/** Revocation lists. */
final class Revocations {
    private Revocations() {}

    static CertificateRevocationListDer of(TestAuthority authority, IssuedCertificate... revoked) {
        RevocationListBuilder list = authority.newRevocationList();
        for (IssuedCertificate certificate : revoked) {
            list.revoke(certificate);
        }
        return made(list);
    }

    static CertificateRevocationListDer expired(TestAuthority authority) {
        return made(authority.newRevocationList().expired());
    }

    private static CertificateRevocationListDer made(RevocationListBuilder list) {
        return CertificateRevocationListDer.of(list.make().der());
    }
}
