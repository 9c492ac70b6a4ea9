package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ProtocolErrorException.Kind;
import java.util.List;
import java.util.Locale;
import javax.crypto.BadPaddingException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure inside the JDK means in rustls's terms, found out from its message and the alert
 * that it sends.
 */
final class Diagnosis {
    private static final List<String> NO_CERTIFICATE =
            List.of("empty client certificate chain", "empty server certificate chain");

    private static final List<String> NOT_TLS =
            List.of(
                    "unrecognized ssl message",
                    "unrecognized record version",
                    "unsupported or unrecognized ssl");

    private static final List<String> OVERSIZED =
            List.of("input record too big", "bad input record size");

    private static final List<String> INCOMPATIBLE =
            List.of(
                    "no appropriate protocol",
                    "no cipher suites in common",
                    "no negotiable cipher suite",
                    "not enabled or supported",
                    "not supported",
                    "is not accepted by",
                    "no available authentication scheme",
                    "no supported");

    private static final String NO_COMMON_GROUP = "no common named group";

    /** A signature over the handshake: rustls counts that as a fault of the certificate. */
    private static final List<String> BAD_SIGNATURE =
            List.of("certificateverify", "serverkeyexchange", "invalid signature");

    private static final List<String> BAD_CERTIFICATE =
            List.of("failed to parse server certificates", "failed to parse client certificates");

    private Diagnosis() {}

    /**
     * Says what went wrong; the alerts are those of rustls.
     *
     * @param failure what the JDK has thrown
     * @param alert what it tells the peer
     */
    static Refusal of(Throwable failure, AlertDescription alert) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (has(message, BAD_CERTIFICATE)) {
            return certificate(CertificateError.BAD_ENCODING, failure);
        }
        if (has(message, BAD_SIGNATURE) && alert == AlertDescription.HANDSHAKE_FAILURE) {
            return certificate(CertificateError.BAD_SIGNATURE, failure);
        }
        if (has(message, NO_CERTIFICATE)) {
            return protocol(
                    Kind.NO_CERTIFICATES_PRESENTED, AlertDescription.CERTIFICATE_REQUIRED, failure);
        }
        if (has(message, NOT_TLS)) {
            return protocol(Kind.INVALID_MESSAGE, AlertDescription.DECODE_ERROR, failure);
        }
        if (has(message, OVERSIZED)) {
            return protocol(Kind.OVERSIZED_RECORD, AlertDescription.RECORD_OVERFLOW, failure);
        }
        if (isBadDecryption(failure)) {
            return protocol(Kind.DECRYPT_ERROR, AlertDescription.BAD_RECORD_MAC, failure);
        }
        if (message.contains(NO_COMMON_GROUP)) {
            return protocol(Kind.PEER_INCOMPATIBLE, AlertDescription.HANDSHAKE_FAILURE, failure);
        }
        if (has(message, INCOMPATIBLE) && alert != AlertDescription.ILLEGAL_PARAMETER) {
            return protocol(Kind.PEER_INCOMPATIBLE, alert, failure);
        }
        return protocol(kindOf(alert), alert, failure);
    }

    private static Kind kindOf(AlertDescription alert) {
        return switch (alert) {
            case NO_APPLICATION_PROTOCOL -> Kind.NO_APPLICATION_PROTOCOL;
            case BAD_RECORD_MAC, DECRYPTION_FAILED, DECRYPT_ERROR -> Kind.DECRYPT_ERROR;
            case RECORD_OVERFLOW -> Kind.OVERSIZED_RECORD;
            case DECODE_ERROR -> Kind.INVALID_MESSAGE;
            case UNEXPECTED_MESSAGE -> Kind.INAPPROPRIATE_MESSAGE;
            case HANDSHAKE_FAILURE,
                    PROTOCOL_VERSION,
                    INSUFFICIENT_SECURITY,
                    INAPPROPRIATE_FALLBACK ->
                    Kind.PEER_INCOMPATIBLE;
            case ILLEGAL_PARAMETER, MISSING_EXTENSION, UNSUPPORTED_EXTENSION, UNRECOGNISED_NAME ->
                    Kind.PEER_MISBEHAVED;
            default -> Kind.GENERAL;
        };
    }

    private static boolean isBadDecryption(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof BadPaddingException) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(String message, List<String> parts) {
        return parts.stream().anyMatch(message::contains);
    }

    private static Refusal certificate(CertificateError error, Throwable cause) {
        return new Refusal.Certificate(new CertificateErrorException(error, text(cause), cause));
    }

    private static Refusal protocol(Kind kind, AlertDescription alert, @Nullable Throwable cause) {
        return new Refusal.Protocol(kind, alert, text(cause), cause);
    }

    private static String text(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null
                ? "the JDK does not say what"
                : cause.getMessage();
    }
}
