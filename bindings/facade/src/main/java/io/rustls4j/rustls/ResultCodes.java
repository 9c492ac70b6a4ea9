package io.rustls4j.rustls;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EnginePanicException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolErrorException.Kind;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.TlsException;
import io.rustls4j.TruncatedException;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** The one place where a {@code rustls_result} becomes an exception. */
final class ResultCodes {
    private static final int TEXT_CAPACITY = 512;

    private ResultCodes() {}

    /** Throws what a connection's result means, with what a callback threw as its cause. */
    static void check(int result) throws TlsException {
        if (result != RustlsResult.OK) {
            throw connectionFailure(result);
        }
    }

    /** Throws what a result means while something is being built. */
    static void checkConfig(int result, Reason otherwise, String what) {
        if (result != RustlsResult.OK) {
            throw configFailure(result, otherwise, what);
        }
    }

    /** What a connection's result means. */
    static TlsException connectionFailure(int result) {
        Throwable cause = UpcallFailure.take();
        // Where upstream has no code for the reason, it falls back to the general one.
        boolean refusal = isCertificateError(result) || result == RustlsResult.GENERAL;
        if (cause instanceof CertificateErrorException refused && refusal) {
            return refused;
        }
        if (result == RustlsResult.PANIC) {
            return new EnginePanicException("rustls panicked: " + lastPanic());
        }
        if (result == RustlsResult.UNEXPECTED_EOF) {
            return new TruncatedException("the transport ended without a close_notify");
        }
        if (result >= RustlsResult.ALERT_CLOSE_NOTIFY && result <= RustlsResult.ALERT_UNKNOWN) {
            return new AlertReceivedException(alertOf(result));
        }
        if (isCertificateError(result)) {
            return new CertificateErrorException(certificateErrorOf(result), text(result), cause);
        }
        return protocolError(result, cause);
    }

    /** What a result means while something is being built. */
    static RuntimeException configFailure(int result, Reason otherwise, String what) {
        if (result == RustlsResult.PANIC) {
            return new IllegalStateException(what + ": rustls panicked: " + lastPanic());
        }
        Reason reason =
                switch (result) {
                    case RustlsResult.INVALID_DNS_NAME_ERROR -> Reason.SERVER_NAME;
                    case RustlsResult.CERTIFICATE_PARSE_ERROR, RustlsResult.CERT_ENCODING_BAD ->
                            Reason.CERTIFICATE;
                    case RustlsResult.PRIVATE_KEY_PARSE_ERROR -> Reason.PRIVATE_KEY;
                    case RustlsResult.CERTIFICATE_REVOCATION_LIST_PARSE_ERROR ->
                            Reason.REVOCATION_LIST;
                    case RustlsResult.BUILDER_INCOMPATIBLE_TLS_VERSIONS -> Reason.PARAMETERS;
                    case RustlsResult.CLIENT_CERT_VERIFIER_BUILDER_NO_ROOT_ANCHORS ->
                            Reason.TRUST_ANCHORS;
                    case RustlsResult.INCONSISTENT_KEYS_KEYS_MISMATCH,
                            RustlsResult.INCONSISTENT_KEYS_UNKNOWN ->
                            Reason.KEYS_MISMATCH;
                    case RustlsResult.HPKE_ERROR,
                            RustlsResult.INVALID_ENCRYPTED_CLIENT_HELLO_INVALID_CONFIG_LIST,
                            RustlsResult.INVALID_ENCRYPTED_CLIENT_HELLO_NO_COMPATIBLE_CONFIG,
                            RustlsResult.INVALID_ENCRYPTED_CLIENT_HELLO_SNI_REQUIRED ->
                            Reason.ECH;
                    default -> isRevocationListError(result) ? Reason.REVOCATION_LIST : otherwise;
                };
        return new TlsConfigException(reason, what + ": " + text(result), UpcallFailure.take());
    }

    /** The code with which a callback refuses a certificate. */
    static int codeOf(CertificateError error) {
        return switch (error) {
            case BAD_ENCODING -> RustlsResult.CERT_ENCODING_BAD;
            case EXPIRED -> RustlsResult.CERT_EXPIRED;
            case NOT_YET_VALID -> RustlsResult.CERT_NOT_YET_VALID;
            case REVOKED -> RustlsResult.CERT_REVOKED;
            case UNHANDLED_CRITICAL_EXTENSION -> RustlsResult.CERT_UNHANDLED_CRITICAL_EXTENSION;
            case UNKNOWN_ISSUER -> RustlsResult.CERT_UNKNOWN_ISSUER;
            case BAD_SIGNATURE -> RustlsResult.CERT_BAD_SIGNATURE;
            case NOT_VALID_FOR_NAME -> RustlsResult.CERT_NOT_VALID_FOR_NAME;
            case INVALID_PURPOSE -> RustlsResult.CERT_INVALID_PURPOSE;
            case APPLICATION_VERIFICATION_FAILURE ->
                    RustlsResult.CERT_APPLICATION_VERIFICATION_FAILURE;
            case OTHER -> RustlsResult.CERT_OTHER_ERROR;
            case UNKNOWN_REVOCATION_STATUS -> RustlsResult.CERT_UNKNOWN_REVOCATION_STATUS;
            case EXPIRED_REVOCATION_LIST -> RustlsResult.CERT_EXPIRED_REVOCATION_LIST;
            case UNSUPPORTED_SIGNATURE_ALGORITHM ->
                    RustlsResult.CERT_UNSUPPORTED_SIGNATURE_ALGORITHM;
            case INVALID_REVOCATION_LIST -> RustlsResult.CERT_REVOCATION_LIST_OTHER_ERROR;
        };
    }

    private static boolean isCertificateError(int result) {
        return (result >= RustlsResult.CERT_ENCODING_BAD && result <= RustlsResult.CERT_OTHER_ERROR)
                || result == RustlsResult.CERT_UNKNOWN_REVOCATION_STATUS
                || result == RustlsResult.CERT_EXPIRED_REVOCATION_LIST
                || result == RustlsResult.CERT_UNSUPPORTED_SIGNATURE_ALGORITHM
                || isRevocationListError(result);
    }

    private static boolean isRevocationListError(int result) {
        return result >= RustlsResult.CERT_REVOCATION_LIST_BAD_SIGNATURE
                && result <= RustlsResult.CERT_REVOCATION_LIST_UNSUPPORTED_SIGNATURE_ALGORITHM;
    }

    private static CertificateError certificateErrorOf(int result) {
        for (CertificateError error : CertificateError.values()) {
            if (codeOf(error) == result) {
                return error;
            }
        }
        return CertificateError.INVALID_REVOCATION_LIST;
    }

    private static ProtocolErrorException protocolError(int result, @Nullable Throwable cause) {
        return switch (result) {
            case RustlsResult.NO_CERTIFICATES_PRESENTED ->
                    of(
                            Kind.NO_CERTIFICATES_PRESENTED,
                            result,
                            AlertDescription.CERTIFICATE_REQUIRED,
                            cause);
            case RustlsResult.DECRYPT_ERROR ->
                    of(Kind.DECRYPT_ERROR, result, AlertDescription.BAD_RECORD_MAC, cause);
            case RustlsResult.HANDSHAKE_NOT_COMPLETE ->
                    of(Kind.HANDSHAKE_NOT_COMPLETE, result, null, cause);
            case RustlsResult.PEER_SENT_OVERSIZED_RECORD ->
                    of(Kind.OVERSIZED_RECORD, result, AlertDescription.RECORD_OVERFLOW, cause);
            case RustlsResult.NO_APPLICATION_PROTOCOL ->
                    of(
                            Kind.NO_APPLICATION_PROTOCOL,
                            result,
                            AlertDescription.NO_APPLICATION_PROTOCOL,
                            cause);
            // Which alert goes with these depends on details that upstream's codes do not carry.
            case RustlsResult.PEER_INCOMPATIBLE_ERROR ->
                    of(Kind.PEER_INCOMPATIBLE, result, null, cause);
            case RustlsResult.PEER_MISBEHAVED_ERROR ->
                    of(Kind.PEER_MISBEHAVED, result, null, cause);
            case RustlsResult.INAPPROPRIATE_MESSAGE, RustlsResult.INAPPROPRIATE_HANDSHAKE_MESSAGE ->
                    of(
                            Kind.INAPPROPRIATE_MESSAGE,
                            result,
                            AlertDescription.UNEXPECTED_MESSAGE,
                            cause);
            case RustlsResult.ENCRYPT_ERROR -> of(Kind.ENCRYPT_ERROR, result, null, cause);
            default ->
                    result >= RustlsResult.MESSAGE_HANDSHAKE_PAYLOAD_TOO_LARGE
                                    && result <= RustlsResult.MESSAGE_CERTIFICATE_PAYLOAD_TOO_LARGE
                            ? of(Kind.INVALID_MESSAGE, result, AlertDescription.DECODE_ERROR, cause)
                            : of(Kind.GENERAL, result, null, cause);
        };
    }

    private static ProtocolErrorException of(
            Kind kind, int result, @Nullable AlertDescription alert, @Nullable Throwable cause) {
        String text =
                cause == null ? text(result) : text(result) + ", after a callback failed: " + cause;
        return new ProtocolErrorException(kind, text, alert, cause);
    }

    private static AlertDescription alertOf(int result) {
        return switch (result) {
            case RustlsResult.ALERT_CLOSE_NOTIFY -> AlertDescription.CLOSE_NOTIFY;
            case RustlsResult.ALERT_UNEXPECTED_MESSAGE -> AlertDescription.UNEXPECTED_MESSAGE;
            case RustlsResult.ALERT_BAD_RECORD_MAC -> AlertDescription.BAD_RECORD_MAC;
            case RustlsResult.ALERT_DECRYPTION_FAILED -> AlertDescription.DECRYPTION_FAILED;
            case RustlsResult.ALERT_RECORD_OVERFLOW -> AlertDescription.RECORD_OVERFLOW;
            case RustlsResult.ALERT_DECOMPRESSION_FAILURE -> AlertDescription.DECOMPRESSION_FAILURE;
            case RustlsResult.ALERT_HANDSHAKE_FAILURE -> AlertDescription.HANDSHAKE_FAILURE;
            case RustlsResult.ALERT_NO_CERTIFICATE -> AlertDescription.NO_CERTIFICATE;
            case RustlsResult.ALERT_BAD_CERTIFICATE -> AlertDescription.BAD_CERTIFICATE;
            case RustlsResult.ALERT_UNSUPPORTED_CERTIFICATE ->
                    AlertDescription.UNSUPPORTED_CERTIFICATE;
            case RustlsResult.ALERT_CERTIFICATE_REVOKED -> AlertDescription.CERTIFICATE_REVOKED;
            case RustlsResult.ALERT_CERTIFICATE_EXPIRED -> AlertDescription.CERTIFICATE_EXPIRED;
            case RustlsResult.ALERT_CERTIFICATE_UNKNOWN -> AlertDescription.CERTIFICATE_UNKNOWN;
            case RustlsResult.ALERT_ILLEGAL_PARAMETER -> AlertDescription.ILLEGAL_PARAMETER;
            case RustlsResult.ALERT_UNKNOWN_CA -> AlertDescription.UNKNOWN_CA;
            case RustlsResult.ALERT_ACCESS_DENIED -> AlertDescription.ACCESS_DENIED;
            case RustlsResult.ALERT_DECODE_ERROR -> AlertDescription.DECODE_ERROR;
            case RustlsResult.ALERT_DECRYPT_ERROR -> AlertDescription.DECRYPT_ERROR;
            case RustlsResult.ALERT_EXPORT_RESTRICTION -> AlertDescription.EXPORT_RESTRICTION;
            case RustlsResult.ALERT_PROTOCOL_VERSION -> AlertDescription.PROTOCOL_VERSION;
            case RustlsResult.ALERT_INSUFFICIENT_SECURITY -> AlertDescription.INSUFFICIENT_SECURITY;
            case RustlsResult.ALERT_INTERNAL_ERROR -> AlertDescription.INTERNAL_ERROR;
            case RustlsResult.ALERT_INAPPROPRIATE_FALLBACK ->
                    AlertDescription.INAPPROPRIATE_FALLBACK;
            case RustlsResult.ALERT_USER_CANCELED -> AlertDescription.USER_CANCELED;
            case RustlsResult.ALERT_NO_RENEGOTIATION -> AlertDescription.NO_RENEGOTIATION;
            case RustlsResult.ALERT_MISSING_EXTENSION -> AlertDescription.MISSING_EXTENSION;
            case RustlsResult.ALERT_UNSUPPORTED_EXTENSION -> AlertDescription.UNSUPPORTED_EXTENSION;
            case RustlsResult.ALERT_CERTIFICATE_UNOBTAINABLE ->
                    AlertDescription.CERTIFICATE_UNOBTAINABLE;
            case RustlsResult.ALERT_UNRECOGNISED_NAME -> AlertDescription.UNRECOGNISED_NAME;
            case RustlsResult.ALERT_BAD_CERTIFICATE_STATUS_RESPONSE ->
                    AlertDescription.BAD_CERTIFICATE_STATUS_RESPONSE;
            case RustlsResult.ALERT_BAD_CERTIFICATE_HASH_VALUE ->
                    AlertDescription.BAD_CERTIFICATE_HASH_VALUE;
            case RustlsResult.ALERT_UNKNOWN_PSK_IDENTITY -> AlertDescription.UNKNOWN_PSK_IDENTITY;
            case RustlsResult.ALERT_CERTIFICATE_REQUIRED -> AlertDescription.CERTIFICATE_REQUIRED;
            case RustlsResult.ALERT_NO_APPLICATION_PROTOCOL ->
                    AlertDescription.NO_APPLICATION_PROTOCOL;
            default -> AlertDescription.UNKNOWN;
        };
    }

    /** Upstream's own words for a result. */
    static String text(int result) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(TEXT_CAPACITY);
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            rustls_h.rustls_error(result, buffer, TEXT_CAPACITY, length);
            return NativeData.utf8(NativeData.read(buffer, length.get(ValueLayout.JAVA_LONG, 0)));
        }
    }

    private static String lastPanic() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(TEXT_CAPACITY);
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            rustls4j_h.rustls4j_last_panic(buffer, TEXT_CAPACITY, length);
            return NativeData.utf8(NativeData.read(buffer, length.get(ValueLayout.JAVA_LONG, 0)));
        }
    }
}
