package io.rustls4j.jsse.stapling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import io.rustls4j.wire.MalformedMessageException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

/** Requests and responses as Bouncy Castle reads and writes them. */
class OcspResponseTest {
    private static final TestAuthority AUTHORITY = TestAuthority.root("ocsp messages");
    private static final IssuedCertificate ISSUED = AUTHORITY.newCertificate().issue();

    private static CertificateId id(IssuedCertificate issued) throws Exception {
        return CertificateId.of(issued.certificate(), AUTHORITY.certificate());
    }

    @Test
    void aRequestNamesTheCertificate() throws Exception {
        CertificateID asked = new OCSPReq(id(ISSUED).request()).getRequestList()[0].getCertID();
        X509Certificate issuer = AUTHORITY.certificate();

        assertThat(asked.getSerialNumber()).isEqualTo(ISSUED.certificate().getSerialNumber());
        assertThat(
                        asked.matchesIssuer(
                                new JcaX509CertificateHolder(issuer),
                                new JcaDigestCalculatorProviderBuilder().build()))
                .isTrue();
    }

    @Test
    void aResponseSaysWhenThereIsANewerOne() throws Exception {
        Staple staple = OcspResponse.read(AUTHORITY.ocspGood(ISSUED), id(ISSUED));

        assertThat(staple.nextUpdate().orElseThrow())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)),
                        Instant.now().plus(Duration.ofHours(25)));
    }

    @Test
    void aResponseAboutAnotherCertificateIsNone() throws Exception {
        byte[] aboutAnother = AUTHORITY.ocspGood(AUTHORITY.newCertificate().issue());
        CertificateId wanted = id(ISSUED);

        assertThatThrownBy(() -> OcspResponse.read(aboutAnother, wanted))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("other certificates");
    }

    @Test
    void anErrorIsNoResponse() throws Exception {
        CertificateId wanted = id(ISSUED);

        assertThatThrownBy(
                        () -> OcspResponse.read(new byte[] {0x30, 0x03, 0x0a, 0x01, 0x03}, wanted))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("status 3");
    }

    /** Whatever a responder sends, it is read or refused, and nothing else happens. */
    @Test
    void damagedResponsesAreReadOrRefused() throws Exception {
        byte[] good = AUTHORITY.ocspGood(ISSUED);
        CertificateId wanted = id(ISSUED);
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(good, good.length - random.nextInt(good.length / 8));
            damaged[random.nextInt(Math.min(200, damaged.length))] = (byte) random.nextInt();
            try {
                OcspResponse.read(damaged, wanted);
            } catch (MalformedMessageException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
