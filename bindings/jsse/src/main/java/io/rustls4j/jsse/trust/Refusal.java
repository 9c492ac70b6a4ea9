package io.rustls4j.jsse.trust;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.util.Locale;

/** A manager's no, as the error with the alert that SunJSSE sends for it. */
final class Refusal {
    private Refusal() {}

    static CertificateErrorException ofServer(CertificateException refusal, boolean tls13) {
        return because(serverError(refusal, tls13), refusal);
    }

    /** SunJSSE's servers tell clients nothing more than that. */
    static CertificateErrorException ofClient(CertificateException refusal) {
        return because(CertificateError.OTHER, refusal);
    }

    private static CertificateErrorException because(
            CertificateError error, CertificateException refusal) {
        return new CertificateErrorException(error, String.valueOf(refusal.getMessage()), refusal);
    }

    /** Where rustls has another alert for an error than SunJSSE, the alert decides. */
    private static CertificateError serverError(CertificateException refusal, boolean tls13) {
        if (!(refusal.getCause() instanceof CertPathValidatorException path)
                || !(path.getReason() instanceof BasicReason reason)) {
            return CertificateError.OTHER;
        }
        return switch (reason) {
            case REVOKED -> CertificateError.REVOKED;
            case EXPIRED -> CertificateError.EXPIRED;
            case INVALID_SIGNATURE, NOT_YET_VALID -> CertificateError.BAD_ENCODING;
            case ALGORITHM_CONSTRAINED ->
                    tls13 && namesBrokenHash(refusal)
                            ? CertificateError.BAD_ENCODING
                            : CertificateError.INVALID_PURPOSE;
            case UNDETERMINED_REVOCATION_STATUS, UNSPECIFIED -> CertificateError.OTHER;
        };
    }

    /** RFC 8446 section 4.4.2.4 wants bad_certificate for MD5 and SHA-1; the message has it. */
    private static boolean namesBrokenHash(CertificateException refusal) {
        String message = String.valueOf(refusal.getMessage()).toUpperCase(Locale.ROOT);
        return message.contains("MD5WITH") || message.contains("SHA1WITH");
    }
}
