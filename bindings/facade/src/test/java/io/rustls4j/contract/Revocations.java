package io.rustls4j.contract;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.RevocationListBuilder;
import io.rustls4j.testkit.TestAuthority;

/** Revocation lists in DER. */
final class Revocations {
    private Revocations() {}

    static byte[] of(TestAuthority authority, IssuedCertificate... revoked) {
        RevocationListBuilder list = authority.newRevocationList();
        for (IssuedCertificate certificate : revoked) {
            list.revoke(certificate);
        }
        return list.make().der();
    }

    static byte[] expired(TestAuthority authority) {
        return authority.newRevocationList().expired().make().der();
    }
}
