package io.rustls4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;

class RevocationListTest {
    private final TestAuthority authority = TestAuthority.root("root");
    private final IssuedCertificate bad = authority.newCertificate().issue();
    private final IssuedCertificate good = authority.newCertificate().issue();

    @Test
    void aListNamesWhatIsRevokedAndIsSignedByTheAuthority() throws GeneralSecurityException {
        X509CRL list = parse(authority.newRevocationList().revoke(bad).make().der());

        assertThat(list.isRevoked(bad.certificate())).isTrue();
        assertThat(list.isRevoked(good.certificate())).isFalse();
        list.verify(authority.certificate().getPublicKey());
    }

    @Test
    void anIntermediateCanBeRevoked() throws GeneralSecurityException {
        TestAuthority middle = authority.intermediate("middle");

        X509CRL list =
                parse(authority.newRevocationList().revoke(middle.certificate()).make().der());

        assertThat(list.isRevoked(middle.certificate())).isTrue();
    }

    @Test
    void timesAreAsAskedFor() throws GeneralSecurityException {
        Date now = Date.from(Instant.now());

        assertThat(parse(authority.newRevocationList().make().der()).getNextUpdate()).isAfter(now);
        assertThat(parse(authority.newRevocationList().expired().make().der()).getNextUpdate())
                .isBefore(now);
    }

    @Test
    void pemIsTheSameList() throws GeneralSecurityException {
        RevocationList list = authority.newRevocationList().revoke(bad).make();

        assertThat(parse(list.pem())).isEqualTo(parse(list.der()));
    }

    @Test
    void anOcspResponseIsSignedByTheAuthority() throws Exception {
        OCSPResp response = new OCSPResp(authority.ocspGood(good));

        BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
        assertThat(basic.getResponses()[0].getCertID().getSerialNumber())
                .isEqualTo(good.certificate().getSerialNumber());
        assertThat(
                        basic.isSignatureValid(
                                new JcaContentVerifierProviderBuilder()
                                        .build(authority.certificate().getPublicKey())))
                .isTrue();
    }

    private static X509CRL parse(byte[] encoded) throws GeneralSecurityException {
        return (X509CRL)
                CertificateFactory.getInstance("X.509")
                        .generateCRL(new ByteArrayInputStream(encoded));
    }
}
