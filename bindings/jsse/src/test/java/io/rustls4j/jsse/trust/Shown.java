package io.rustls4j.jsse.trust;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ProviderSigningKey;
import io.rustls4j.testkit.CertificateBuilder;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.Purpose;
import io.rustls4j.testkit.TestAuthority;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What a peer shows, and whom the judge trusts. */
record Shown(
        String what, List<X509Certificate> chain, PrivateKey key, List<X509Certificate> trusted) {
    static final String NAME = "www.example.com";

    private static final TestAuthority ROOT = TestAuthority.root("shown root");
    private static final TestAuthority BETWEEN = ROOT.intermediate("shown intermediate");
    private static final TestAuthority STRANGER = TestAuthority.root("shown stranger");

    static Shown good(TestAuthority issuer) {
        return new Shown("good", named(issuer).issue(), issuer.certificate());
    }

    static List<Shown> all() {
        List<Shown> all = new ArrayList<>();
        all.add(of("good", named(ROOT)));
        all.add(of("good, with an intermediate", named(BETWEEN)));
        all.add(of("good, for an address too", named(BETWEEN).ip("10.0.0.1")));
        all.add(of("good, by wildcard", BETWEEN.newCertificate().dns("*.example.com")));
        for (KeyKind kind : KeyKind.values()) {
            TestAuthority root = TestAuthority.root("shown " + kind, kind);
            all.add(
                    new Shown(
                            "good, all of " + kind,
                            named(root.intermediate("shown below " + kind)).key(kind).issue(),
                            root.certificate()));
        }
        all.add(of("without a name", BETWEEN.newCertificate()));
        all.add(of("with the name as CN", BETWEEN.newCertificate().commonName(NAME)));
        all.add(of("with a part of a label", BETWEEN.newCertificate().dns("w*.example.com")));
        all.add(of("for another name", BETWEEN.newCertificate().dns("other.example.com")));
        all.add(of("expired", named(BETWEEN).expired()));
        all.add(of("not yet valid", named(BETWEEN).notYetValid()));
        all.add(of("of a stranger", named(STRANGER)));
        all.add(of("forged", named(BETWEEN).forgedBy(STRANGER)));
        all.add(of("corrupt", named(BETWEEN).corruptSignature()));
        all.add(of("for every purpose", named(BETWEEN).purposes()));
        all.add(of("for servers only", named(BETWEEN).purposes(Purpose.SERVER)));
        all.add(of("for clients only", named(BETWEEN).purposes(Purpose.CLIENT)));
        all.add(of("for signing programs", named(BETWEEN).purposes(Purpose.CODE_SIGNING)));
        all.add(of("version 1", BETWEEN.newCertificate().commonName(NAME).version1()));
        all.add(of("with an unknown extension", named(BETWEEN).unknownCriticalExtension()));
        all.add(ofItself("trusted itself", named(STRANGER)));
        all.add(ofItself("trusted itself, but expired", named(STRANGER).expired()));
        all.add(
                ofItself(
                        "trusted itself, for another name",
                        STRANGER.newCertificate().dns("other.example.com")));
        all.add(new Shown("trusted from halfway", named(BETWEEN).issue(), BETWEEN.certificate()));
        all.add(
                new Shown(
                        "where nobody is trusted by it",
                        named(ROOT).issue(),
                        BETWEEN.certificate()));
        all.add(rearranged("without its intermediate", 0));
        all.add(rearranged("with its root", 0, 1, 2));
        all.add(rearranged("out of order", 0, 2, 1));
        all.add(rearranged("with a stranger in between", 0, 3, 1));
        return all;
    }

    private Shown(String what, IssuedCertificate issued, X509Certificate... trusted) {
        this(what, issued.chain(), issued.privateKey(), List.of(trusted));
    }

    private static CertificateBuilder named(TestAuthority issuer) {
        return issuer.newCertificate().dns(NAME);
    }

    private static Shown of(String what, CertificateBuilder builder) {
        return new Shown(what, builder.issue(), ROOT.certificate());
    }

    private static Shown ofItself(String what, CertificateBuilder builder) {
        IssuedCertificate issued = builder.issue();
        return new Shown(what, issued, issued.certificate());
    }

    private static Shown rearranged(String what, int... order) {
        IssuedCertificate issued = named(BETWEEN).issue();
        List<X509Certificate> parts =
                List.of(
                        issued.certificate(),
                        BETWEEN.certificate(),
                        ROOT.certificate(),
                        STRANGER.certificate());
        List<X509Certificate> chain = new ArrayList<>();
        for (int each : order) {
            chain.add(parts.get(each));
        }
        return new Shown(what, chain, issued.privateKey(), List.of(ROOT.certificate()));
    }

    X509Certificate[] array() {
        return chain.toArray(X509Certificate[]::new);
    }

    X509Certificate[] anchors() {
        return trusted.toArray(X509Certificate[]::new);
    }

    /** Opaque, since rustls wants to read the certificate that goes with a key that it reads. */
    CertifiedKey certifiedKey() {
        return CertifiedKey.of(
                chain.stream().map(CertificateDer::of).toList(),
                ProviderSigningKey.of(key, chain.getFirst().getPublicKey()));
    }

    @Override
    public String toString() {
        return what;
    }
}
