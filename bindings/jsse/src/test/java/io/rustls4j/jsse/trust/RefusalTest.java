package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.testkit.KeyKind;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals lead to SunJSSE's alerts and keep what the manager has thrown. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource({
        "REVOKED, CERTIFICATE_REVOKED",
        "EXPIRED, CERTIFICATE_EXPIRED",
        "NOT_YET_VALID, BAD_CERTIFICATE",
        "INVALID_SIGNATURE, BAD_CERTIFICATE",
        "ALGORITHM_CONSTRAINED, UNSUPPORTED_CERTIFICATE",
        "UNDETERMINED_REVOCATION_STATUS, CERTIFICATE_UNKNOWN",
        "UNSPECIFIED, CERTIFICATE_UNKNOWN"
    })
    void theReasonDecidesTheAlert(BasicReason reason, AlertDescription alert) {
        CertificateException refusal = because("no", reason);
        CertificateErrorException made = Refusal.ofServer(refusal, true);
        assertThat(made.error().alert()).isEqualTo(alert);
        assertThat(made).hasMessage("no").hasCause(refusal);
        assertThat(Refusal.ofClient(refusal).error().alert())
                .isEqualTo(AlertDescription.CERTIFICATE_UNKNOWN);
        assertThat(Refusal.ofClient(refusal)).hasCause(refusal);
    }

    @Test
    void brokenHashesAreBadCertificatesInTls13() {
        CertificateException refusal =
                because("check failed: SHA1withRSA", BasicReason.ALGORITHM_CONSTRAINED);
        assertThat(Refusal.ofServer(refusal, true).error().alert())
                .isEqualTo(AlertDescription.BAD_CERTIFICATE);
        assertThat(Refusal.ofServer(refusal, false).error().alert())
                .isEqualTo(AlertDescription.UNSUPPORTED_CERTIFICATE);
    }

    @Test
    void allElseIsUnknown() {
        assertThat(Refusal.ofServer(new CertificateException(), true).error().alert())
                .isEqualTo(AlertDescription.CERTIFICATE_UNKNOWN);
        assertThat(
                        Refusal.ofServer(because("no", PKIXReason.NO_TRUST_ANCHOR), false)
                                .error()
                                .alert())
                .isEqualTo(AlertDescription.CERTIFICATE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, ECDHE_RSA",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, ECDHE_ECDSA",
        "TLS_AES_128_GCM_SHA256, UNKNOWN"
    })
    void suitesTellTheKeyExchange(String suite, String authType) {
        assertThat(AuthType.ofSuite(suite)).isEqualTo(authType);
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048, RSA", "EC_P256, EC", "EC_P384, EC", "ED25519, UNKNOWN"})
    void keysTellHowClientsAuthenticate(KeyKind kind, String authType) {
        assertThat(AuthType.ofKey(kind.generate().getPublic())).isEqualTo(authType);
    }

    private static CertificateException because(String message, Reason reason) {
        return new CertificateException(
                message, new CertPathValidatorException(message, null, null, -1, reason));
    }
}
