package io.rustls4j.tcnative.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateDer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One array for one certificate, whoever else is shown in between. */
class EncodingsTest {
    @Test
    void oneCertificateHasOneArray() {
        CertificateDer certificate = certificate(1);

        byte[] der = Encodings.of(certificate);

        assertThat(der).isEqualTo(certificate.bytes());
        assertThat(Encodings.of(certificate)).isSameAs(der);
        assertThat(Encodings.of(List.of(certificate))[0]).isSameAs(der);
    }

    @Test
    void manyAreToldApart() {
        List<CertificateDer> certificates = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            certificates.add(certificate(i));
        }

        byte[][] encodings = Encodings.of(certificates);

        for (int i = 0; i < 500; i++) {
            assertThat(encodings[i]).isEqualTo(certificates.get(i).bytes());
        }
    }

    @Test
    void equalCertificatesMayHaveTwo() {
        assertThat(Encodings.of(certificate(7))).isEqualTo(Encodings.of(certificate(7)));
    }

    private static CertificateDer certificate(int number) {
        return CertificateDer.of(new byte[] {0x30, 2, (byte) (number >> 8), (byte) number});
    }
}
