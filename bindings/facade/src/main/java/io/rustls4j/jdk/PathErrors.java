package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.List;
import java.util.Locale;

/** What the JDK's exceptions about certification paths mean in rustls's terms. */
final class PathErrors {
    /**
     * webpki tells the most telling error of all paths that it tried; later in this list tells
     * more.
     */
    private static final List<CertificateError> BY_TELLING =
            List.of(
                    CertificateError.OTHER,
                    CertificateError.UNKNOWN_ISSUER,
                    CertificateError.BAD_ENCODING,
                    CertificateError.UNHANDLED_CRITICAL_EXTENSION,
                    CertificateError.UNSUPPORTED_SIGNATURE_ALGORITHM,
                    CertificateError.BAD_SIGNATURE,
                    CertificateError.INVALID_REVOCATION_LIST,
                    CertificateError.UNKNOWN_REVOCATION_STATUS,
                    CertificateError.EXPIRED_REVOCATION_LIST,
                    CertificateError.INVALID_PURPOSE,
                    CertificateError.NOT_VALID_FOR_NAME,
                    CertificateError.REVOKED,
                    CertificateError.NOT_YET_VALID,
                    CertificateError.EXPIRED);

    private PathErrors() {}

    /** Translates an exception of a validator, a builder or a trust manager. */
    static CertificateErrorException of(Exception failure) {
        CertificateError error = CertificateError.OTHER;
        for (Throwable e = failure;
                e != null && error == CertificateError.OTHER;
                e = e.getCause()) {
            error = classify(e);
        }
        return new CertificateErrorException(error, String.valueOf(failure.getMessage()), failure);
    }

    /** The one of two that says more. */
    static CertificateErrorException moreTelling(
            CertificateErrorException a, CertificateErrorException b) {
        return BY_TELLING.indexOf(b.error()) > BY_TELLING.indexOf(a.error()) ? b : a;
    }

    private static CertificateError classify(Throwable e) {
        return switch (e) {
            case CertPathValidatorException path -> ofReason(path.getReason());
            case CertificateExpiredException _ -> CertificateError.EXPIRED;
            case CertificateNotYetValidException _ -> CertificateError.NOT_YET_VALID;
            case InvalidKeyException _, NoSuchAlgorithmException _ ->
                    CertificateError.UNSUPPORTED_SIGNATURE_ALGORITHM;
            case CertPathBuilderException builder when builder.getCause() == null ->
                    CertificateError.UNKNOWN_ISSUER;
            default -> ofMessage(String.valueOf(e.getMessage()));
        };
    }

    private static CertificateError ofReason(CertPathValidatorException.Reason reason) {
        return switch (reason) {
            case BasicReason.EXPIRED -> CertificateError.EXPIRED;
            case BasicReason.NOT_YET_VALID -> CertificateError.NOT_YET_VALID;
            case BasicReason.REVOKED -> CertificateError.REVOKED;
            case BasicReason.UNDETERMINED_REVOCATION_STATUS ->
                    CertificateError.UNKNOWN_REVOCATION_STATUS;
            case BasicReason.INVALID_SIGNATURE -> CertificateError.BAD_SIGNATURE;
            case BasicReason.ALGORITHM_CONSTRAINED ->
                    CertificateError.UNSUPPORTED_SIGNATURE_ALGORITHM;
            case PKIXReason.UNRECOGNIZED_CRIT_EXT -> CertificateError.UNHANDLED_CRITICAL_EXTENSION;
            case PKIXReason.NAME_CHAINING, PKIXReason.NO_TRUST_ANCHOR ->
                    CertificateError.UNKNOWN_ISSUER;
            default -> CertificateError.OTHER;
        };
    }

    /** The JDK's validators tell the purpose in words alone. */
    private static CertificateError ofMessage(String message) {
        return message.toLowerCase(Locale.ROOT).contains("extended key usage")
                ? CertificateError.INVALID_PURPOSE
                : CertificateError.OTHER;
    }
}
