package io.rustls4j.tcnative.error;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EnginePanicException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsException;
import io.rustls4j.TruncatedException;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Which of OpenSSL's reasons comes nearest to a failure of rustls. */
final class FailureReasons {
    private FailureReasons() {}

    static OpenSslError of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof AlertReceivedException received) {
                return ofAlert(received.alert());
            }
            SslReason reason = reasonOf(at);
            if (reason != null) {
                return OpenSslError.of(reason);
            }
        }
        return OpenSslError.of(SslReason.INTERNAL_ERROR);
    }

    private static OpenSslError ofAlert(AlertDescription alert) {
        return alert == AlertDescription.UNKNOWN
                ? OpenSslError.of(SslReason.UNKNOWN_ALERT_TYPE)
                : OpenSslError.ofCode(SslReason.FIRST_ALERT + alert.code());
    }

    /** The reason of one failure, or null if its cause may say more. */
    private static @Nullable SslReason reasonOf(Throwable failure) {
        return switch (failure) {
            case TlsException tls -> reasonOf(tls);
            case TlsConfigException config -> reasonOf(config.reason());
            default -> null;
        };
    }

    private static @Nullable SslReason reasonOf(TlsException failure) {
        return switch (failure) {
            case CertificateErrorException refused -> SslReason.CERTIFICATE_VERIFY_FAILED;
            case ProtocolErrorException broken -> reasonOf(broken);
            case TruncatedException cut -> SslReason.SSL_HANDSHAKE_FAILURE;
            case EnginePanicException panic -> SslReason.INTERNAL_ERROR;
            default -> null;
        };
    }

    private static @Nullable SslReason reasonOf(ProtocolErrorException failure) {
        return switch (failure.kind()) {
            case INVALID_MESSAGE -> ofInvalidMessage(failure);
            case INAPPROPRIATE_MESSAGE -> SslReason.UNEXPECTED_MESSAGE;
            case DECRYPT_ERROR -> SslReason.DECRYPTION_FAILED_OR_BAD_RECORD_MAC;
            case OVERSIZED_RECORD -> SslReason.ENCRYPTED_LENGTH_TOO_LONG;
            case PEER_INCOMPATIBLE -> ofIncompatible(failure);
            case PEER_MISBEHAVED -> SslReason.INVALID_MESSAGE;
            case NO_APPLICATION_PROTOCOL -> SslReason.NO_APPLICATION_PROTOCOL;
            case NO_CERTIFICATES_PRESENTED -> SslReason.PEER_DID_NOT_RETURN_A_CERTIFICATE;
            case HANDSHAKE_NOT_COMPLETE -> SslReason.HANDSHAKE_NOT_COMPLETE;
            case ENCRYPT_ERROR -> SslReason.INTERNAL_ERROR;
            case GENERAL -> ofCallback(failure.getCause());
        };
    }

    /** rustls says with the same kind that what came is not TLS at all. */
    private static SslReason ofInvalidMessage(ProtocolErrorException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("InvalidContentType") || message.contains("UnknownProtocolVersion")
                ? SslReason.WRONG_VERSION_NUMBER
                : SslReason.DECODE_ERROR;
    }

    private static SslReason ofIncompatible(ProtocolErrorException failure) {
        AlertDescription alert = failure.alertSent().orElse(AlertDescription.HANDSHAKE_FAILURE);
        return switch (alert) {
            case PROTOCOL_VERSION -> SslReason.UNSUPPORTED_PROTOCOL;
            case MISSING_EXTENSION -> SslReason.MISSING_EXTENSION;
            default -> SslReason.SSL_HANDSHAKE_FAILURE;
        };
    }

    private static @Nullable SslReason ofCallback(@Nullable Throwable cause) {
        return cause instanceof GeneralSecurityException
                ? SslReason.PRIVATE_KEY_OPERATION_FAILED
                : null;
    }

    private static SslReason reasonOf(TlsConfigException.Reason reason) {
        return switch (reason) {
            case CERTIFICATE -> SslReason.CANNOT_PARSE_LEAF_CERT;
            case PRIVATE_KEY -> SslReason.NO_PRIVATE_KEY_ASSIGNED;
            case KEYS_MISMATCH -> SslReason.CERTIFICATE_AND_PRIVATE_KEY_MISMATCH;
            case SERVER_NAME -> SslReason.SSL3_EXT_INVALID_SERVERNAME;
            case ALPN -> SslReason.INVALID_ALPN_PROTOCOL_LIST;
            case PARAMETERS -> SslReason.NO_SUPPORTED_VERSIONS_ENABLED;
            case ECH -> SslReason.INVALID_ECH_CONFIG_LIST;
            case REVOCATION_LIST, TRUST_ANCHORS, FILE, UNSUPPORTED_BY_ENGINE ->
                    SslReason.INTERNAL_ERROR;
        };
    }
}
