package io.rustls4j.tcnative.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a verifier of Netty says leads to the alert that BoringSSL would send. */
final class VerifyErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "2, UNKNOWN_CA",
        "3, UNKNOWN_CA",
        "5, BAD_CERTIFICATE",
        "7, DECRYPT_ERROR",
        "9, CERTIFICATE_EXPIRED",
        "10, CERTIFICATE_EXPIRED",
        "12, CERTIFICATE_EXPIRED",
        "18, UNKNOWN_CA",
        "19, UNKNOWN_CA",
        "20, UNKNOWN_CA",
        "21, UNKNOWN_CA",
        "23, CERTIFICATE_REVOKED",
        "26, UNSUPPORTED_CERTIFICATE",
        "27, BAD_CERTIFICATE",
        "33, UNKNOWN_CA",
        "34, CERTIFICATE_UNKNOWN",
        "50, HANDSHAKE_FAILURE",
        "62, BAD_CERTIFICATE"
    })
    void aCodeLeadsToItsAlert(int code, AlertDescription alert) {
        CertificateErrorException refusal = VerifyErrors.of(code);

        assertThat(refusal.alertSent()).contains(alert);
        assertThat(refusal).hasMessageContaining("code " + code);
    }

    @Test
    void whatIsNotSpecifiedIsUnknown() {
        assertThat(VerifyErrors.of(1).alertSent()).contains(AlertDescription.CERTIFICATE_UNKNOWN);
        assertThat(VerifyErrors.of(4711).alertSent())
                .contains(AlertDescription.CERTIFICATE_UNKNOWN);
    }
}
