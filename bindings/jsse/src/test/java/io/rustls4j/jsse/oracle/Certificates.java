package io.rustls4j.jsse.oracle;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.Purpose;
import io.rustls4j.testkit.TestAuthority;

/** Certificates that all scenarios share: making them takes longer than a handshake. */
final class Certificates {
    static final String SERVER_NAME = "server.test";

    static final TestAuthority ROOT = TestAuthority.root("oracle root");
    static final TestAuthority STRANGER = TestAuthority.root("nobody's root");

    static final IssuedCertificate SERVER = ROOT.newCertificate().dns(SERVER_NAME).issue();
    static final IssuedCertificate RSA_SERVER =
            ROOT.newCertificate().dns(SERVER_NAME).key(KeyKind.RSA_2048).issue();
    static final IssuedCertificate OTHER_NAME = ROOT.newCertificate().dns("other.test").issue();
    static final IssuedCertificate EXPIRED =
            ROOT.newCertificate().dns(SERVER_NAME).expired().issue();
    static final IssuedCertificate FOR_CLIENTS_ONLY =
            ROOT.newCertificate().dns(SERVER_NAME).purposes(Purpose.CLIENT).issue();
    static final IssuedCertificate CLIENT = ROOT.newCertificate().commonName("a client").issue();
    static final IssuedCertificate STRANGE_CLIENT =
            STRANGER.newCertificate().commonName("a stranger").issue();

    private Certificates() {}
}
