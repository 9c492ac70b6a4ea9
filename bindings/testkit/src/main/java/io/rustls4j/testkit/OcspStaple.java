package io.rustls4j.testkit;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;

/** Makes OCSP responses, signed by the authority itself. */
final class OcspStaple {
    private OcspStaple() {}

    static byte[] good(TestAuthority authority, X509Certificate certificate) {
        try {
            X509CertificateHolder issuer = new JcaX509CertificateHolder(authority.certificate());
            Instant now = Instant.now();
            BasicOCSPRespBuilder response =
                    new BasicOCSPRespBuilder(new RespID(issuer.getSubject()));
            response.addResponse(
                    new CertificateID(Digests.sha1(), issuer, certificate.getSerialNumber()),
                    CertificateStatus.GOOD,
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(1))));
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            response.build(
                                    authority.signer(),
                                    new X509CertificateHolder[] {issuer},
                                    Date.from(now)))
                    .getEncoded();
        } catch (IOException | OCSPException | CertificateEncodingException e) {
            throw new IllegalStateException("Bouncy Castle cannot encode the OCSP response", e);
        }
    }
}
