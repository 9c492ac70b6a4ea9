package io.rustls4j.tcnative.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.rustls4j.CertificateDer;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import org.junit.jupiter.api.Test;

/** Certificates are read from PEM in their order, and not looked into. */
final class X509ChainTest {
    @Test
    void aChainIsReadInItsOrder() throws Exception {
        IssuedCertificate issued =
                TestAuthority.root("root").intermediate("middle").newCertificate().issue();

        X509Chain chain = X509Chain.parse(PemBio.of(issued.chainPem()));

        assertThat(chain.certificates())
                .hasSize(2)
                .isEqualTo(issued.chain().stream().map(CertificateDer::of).toList());
    }

    @Test
    void whatIsNoCertificateIsSkipped() throws Exception {
        IssuedCertificate issued = TestAuthority.root("root").newCertificate().issue();
        String text =
                "Bag Attributes\n"
                        + new String(issued.keyPem(), java.nio.charset.StandardCharsets.US_ASCII)
                        + new String(issued.chainPem(), java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(X509Chain.parse(PemBio.of(text)).certificates())
                .containsExactly(CertificateDer.of(issued.certificate()));
    }

    @Test
    void thereMayBeNone() throws Exception {
        assertThat(X509Chain.parse(PemBio.of("")).certificates()).isEmpty();
        assertThat(X509Chain.parse(PemBio.of("no PEM")).certificates()).isEmpty();
    }

    @Test
    void aBlockWithoutAnEndIsRefused() {
        assertThatException()
                .isThrownBy(() -> X509Chain.parse(PemBio.of("-----BEGIN CERTIFICATE-----\nMIIB")))
                .isExactlyInstanceOf(Exception.class)
                .withMessageStartingWith("Invalid format");
    }

    @Test
    void anEmptyBlockIsRefused() {
        assertThatException()
                .isThrownBy(() -> X509Chain.parse(PemBio.of(PemBio.block("CERTIFICATE", ""))))
                .isExactlyInstanceOf(Exception.class)
                .withMessageStartingWith("Invalid format");
    }
}
