package io.rustls4j.contract;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.RootCertStore;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.util.List;

/** The certificates that most tests use. */
final class Identities {
    /** The name that {@link #SERVER} is for. */
    static final String NAME = "localhost";

    static final TestAuthority ROOT = TestAuthority.root("contract root");

    /** Issues end entities; its certificate travels with theirs. */
    static final TestAuthority AUTHORITY = ROOT.intermediate("contract intermediate");

    /** Nobody trusts it unless told to. */
    static final TestAuthority OTHER_ROOT = TestAuthority.root("another root");

    static final IssuedCertificate SERVER =
            AUTHORITY.newCertificate().dns(NAME).ip("127.0.0.1", "::1").issue();

    static final IssuedCertificate RSA_SERVER =
            AUTHORITY.newCertificate().dns(NAME).key(KeyKind.RSA_2048).issue();

    static final IssuedCertificate CLIENT =
            AUTHORITY.newCertificate().commonName("a client").issue();

    private Identities() {}

    static RootCertStore roots() {
        return rootsOf(ROOT);
    }

    static RootCertStore rootsOf(TestAuthority... authorities) {
        RootCertStore.Builder store = RootCertStore.builder();
        for (TestAuthority authority : authorities) {
            store.add(authority.certificate());
        }
        return store.build();
    }

    static CertifiedKey serverKey() {
        return keyOf(SERVER);
    }

    static CertifiedKey clientKey() {
        return keyOf(CLIENT);
    }

    static CertifiedKey keyOf(IssuedCertificate issued) {
        return CertifiedKey.of(issued.chain(), issued.privateKey());
    }

    static List<CertificateDer> dersOf(IssuedCertificate issued) {
        return issued.chain().stream().map(CertificateDer::of).toList();
    }
}
