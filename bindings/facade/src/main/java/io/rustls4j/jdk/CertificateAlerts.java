package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JDK's client send the alert that rustls sends, as far as it lets itself be steered: it
 * looks at the reason of a {@link CertPathValidatorException} and sends one of certificate_revoked,
 * certificate_expired, bad_certificate and unsupported_certificate, or else certificate_unknown.
 * The JDK's server always sends certificate_unknown. Alerts in the clear (TLS 1.2) are set right by
 * {@link EngineOutput}.
 */
final class CertificateAlerts {
    private CertificateAlerts() {}

    static CertificateException exceptionFor(CertificateErrorException refusal) {
        BasicReason reason = reasonFor(refusal.error());
        return reason == null
                ? new CertificateException(refusal.getMessage())
                : new CertificateException(
                        "certificate refused",
                        new CertPathValidatorException(
                                refusal.getMessage(), null, null, -1, reason));
    }

    private static @Nullable BasicReason reasonFor(CertificateError error) {
        return switch (error) {
            case REVOKED -> BasicReason.REVOKED;
            case EXPIRED, NOT_YET_VALID -> BasicReason.EXPIRED;
            case BAD_ENCODING, UNHANDLED_CRITICAL_EXTENSION, NOT_VALID_FOR_NAME ->
                    BasicReason.INVALID_SIGNATURE;
            case INVALID_PURPOSE -> BasicReason.ALGORITHM_CONSTRAINED;
            default -> null;
        };
    }
}
