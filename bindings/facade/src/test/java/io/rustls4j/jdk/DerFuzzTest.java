package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.RootCertStore;
import io.rustls4j.TlsConfigException;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.fuzz.Mutants;
import io.rustls4j.pem.PemWriter;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.MalformedMessageException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** DER from peers and files: certificates, keys, revocation lists. */
class DerFuzzTest {
    private static final TestAuthority ROOT = TestAuthority.root("fuzz root");
    private static final IssuedCertificate RSA =
            ROOT.newCertificate().dns("a.example").key(KeyKind.RSA_2048).issue();
    private static final IssuedCertificate EC =
            ROOT.newCertificate().dns("*.example").ip("127.0.0.1", "::1").issue();
    private static final byte[] CRL = ROOT.newRevocationList().revoke(EC).make().der();

    static Stream<byte[]> values() {
        return Mutants.of(EC.privateKey().getEncoded(), new byte[] {0x30, (byte) 0x82, 0, 0});
    }

    /** Every value ends where its length says, or the reader says that it cannot. */
    @MethodSource("values")
    @FuzzTest
    void anyValue(byte[] der) {
        try {
            DerReader reader = new DerReader(der);
            int length = 0;
            while (reader.hasRemaining()) {
                length += reader.encoded().length;
            }
            assertThat(length).isEqualTo(der.length);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageMatching(".+");
        }
    }

    static Stream<byte[]> keys() {
        return Mutants.of(EC.privateKey().getEncoded(), RSA.privateKey().getEncoded());
    }

    @MethodSource("keys")
    @FuzzTest
    void aPrivateKey(byte[] der) {
        for (IssuedCertificate issued : List.of(EC, RSA)) {
            for (String label : List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY")) {
                loadKey(issued, label, der);
            }
        }
    }

    private static void loadKey(IssuedCertificate issued, String label, byte[] der) {
        try {
            LoadedKey loaded =
                    KeyLoader.load(
                            CertifiedKey.fromPem(issued.chainPem(), PemWriter.write(label, der)));
            assertThat(loaded.schemes()).isNotEmpty();
        } catch (TlsConfigException e) {
            assertThat(e.reason())
                    .isIn(
                            TlsConfigException.Reason.PRIVATE_KEY,
                            TlsConfigException.Reason.KEYS_MISMATCH);
        }
    }

    static Stream<byte[]> lists() {
        return Mutants.of(CRL);
    }

    @MethodSource("lists")
    @FuzzTest
    void aRevocationList(byte[] der) {
        try {
            RevocationList list = RevocationList.parse(der);
            if (list.covers(EC.certificate(), true)) {
                list.revokes(EC.certificate());
                list.verify(ROOT.certificate().getPublicKey());
                list.checkFresh(Instant.now());
            }
        } catch (TlsConfigException e) {
            assertThat(e.reason()).isEqualTo(TlsConfigException.Reason.REVOCATION_LIST);
        } catch (CertificateErrorException e) {
            assertThat(e.error()).isNotNull();
        }
    }

    static Stream<byte[]> scopes() {
        return Mutants.of(
                new byte[] {4, 5, 0x30, 3, (byte) 0x81, 1, (byte) 0xff},
                new byte[] {4, 4, 0x30, 2, (byte) 0x82, 0},
                new byte[] {
                    4,
                    13,
                    0x30,
                    11,
                    (byte) 0xa0,
                    9,
                    (byte) 0xa0,
                    7,
                    (byte) 0x86,
                    5,
                    'h',
                    ':',
                    '/',
                    '/',
                    'x'
                });
    }

    @MethodSource("scopes")
    @FuzzTest
    void aDistributionPoint(byte[] extension) {
        try {
            assertThat(DistributionScope.parse(extension).uris()).isNotNull();
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageMatching(".+");
        }
    }

    static Stream<byte[]> certificates() throws CertificateException {
        return Mutants.of(
                EC.certificate().getEncoded(),
                RSA.certificate().getEncoded(),
                ROOT.certificate().getEncoded());
    }

    @MethodSource("certificates")
    @FuzzTest
    void aPeersCertificate(byte[] der) {
        X509Certificate certificate;
        try {
            certificate = CertificateDer.of(der).toX509();
        } catch (CertificateException | TlsConfigException e) {
            return;
        }
        RevocationPolicy policy =
                WebPkiServerVerifier.builder(RootCertStore.ofPem(ROOT.pem()))
                        .withCrls(List.of(CertificateRevocationListDer.of(CRL)))
                        .build()
                        .revocation();
        WebPkiVerifier verifier =
                new WebPkiVerifier(
                        Anchors.of(RootCertStore.ofPem(ROOT.pem())),
                        new RevocationCheck(policy),
                        WebPkiVerifier.SERVER_AUTH);
        for (List<X509Certificate> shown :
                List.of(List.of(certificate), List.of(EC.certificate(), certificate))) {
            try {
                verifier.verify(shown, Instant.now());
            } catch (CertificateErrorException e) {
                assertThat(e.error()).isNotNull();
            }
        }
        for (String name : List.of("a.example", "127.0.0.1", "::1")) {
            try {
                ServerNameMatcher.check(certificate, name);
            } catch (CertificateErrorException e) {
                assertThat(e.error()).isNotNull();
            }
        }
    }

    static Stream<byte[]> anchors() throws CertificateException {
        return Stream.concat(
                certificates(), Stream.of(withNonsensicalConstraints(EC.certificate())));
    }

    /** The identifier of the subject's key (2.5.29.14) becomes name constraints (2.5.29.30). */
    private static byte[] withNonsensicalConstraints(X509Certificate certificate)
            throws CertificateException {
        byte[] der = certificate.getEncoded();
        for (int i = 0; i < der.length - 4; i++) {
            if (der[i] == 0x06 && der[i + 2] == 0x55 && der[i + 3] == 0x1d && der[i + 4] == 14) {
                der[i + 4] = 30;
            }
        }
        return der;
    }

    @MethodSource("anchors")
    @FuzzTest
    void aTrustAnchor(byte[] der) {
        try {
            RootCertStore roots = RootCertStore.builder().add(CertificateDer.of(der)).build();
            WebPkiVerifier verifier =
                    new WebPkiVerifier(
                            Anchors.of(roots),
                            new RevocationCheck(
                                    WebPkiServerVerifier.builder(roots).build().revocation()),
                            WebPkiVerifier.SERVER_AUTH);
            verifier.verify(EC.chain(), Instant.now());
        } catch (TlsConfigException e) {
            assertThat(e.reason())
                    .isIn(
                            TlsConfigException.Reason.TRUST_ANCHORS,
                            TlsConfigException.Reason.CERTIFICATE);
        } catch (CertificateErrorException e) {
            assertThat(e.error()).isNotNull();
        }
    }
}
