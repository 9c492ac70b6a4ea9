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
    static final int OK = 7000;
    static final int PANIC = 7004;
    static final int ACCEPTOR_NOT_READY = 7012;
    static final int GENERAL = 7112;
    static final int CERT_OTHER_ERROR = 7131;

    private static final int UNEXPECTED_EOF = 7010;
    private static final int FIRST_ALERT = 7200;
    private static final int LAST_ALERT = 7234;
    private static final int TEXT_CAPACITY = 512;

    private ResultCodes() {}

    /** Throws what a connection's result means, with what a callback threw as its cause. */
    static void check(int result) throws TlsException {
        if (result != OK) {
            throw connectionFailure(result);
        }
    }

    /** Throws what a result means while something is being built. */
    static void checkConfig(int result, Reason otherwise, String what) {
        if (result != OK) {
            throw configFailure(result, otherwise, what);
        }
    }

    /** What a connection's result means. */
    static TlsException connectionFailure(int result) {
        Throwable cause = UpcallFailure.take();
        // Where upstream has no code for the reason, it falls back to the general one.
        boolean refusal = isCertificateError(result) || result == GENERAL;
        if (cause instanceof CertificateErrorException refused && refusal) {
            return refused;
        }
        if (result == PANIC) {
            return new EnginePanicException("rustls panicked: " + lastPanic());
        }
        if (result == UNEXPECTED_EOF) {
            return new TruncatedException("the transport ended without a close_notify");
        }
        if (result >= FIRST_ALERT && result <= LAST_ALERT) {
            return new AlertReceivedException(alertOf(result));
        }
        if (isCertificateError(result)) {
            return new CertificateErrorException(certificateErrorOf(result), text(result), cause);
        }
        return protocolError(result, cause);
    }

    /** What a result means while something is being built. */
    static RuntimeException configFailure(int result, Reason otherwise, String what) {
        if (result == PANIC) {
            return new IllegalStateException(what + ": rustls panicked: " + lastPanic());
        }
        Reason reason =
                switch (result) {
                    case 7003 -> Reason.SERVER_NAME;
                    case 7005, 7121 -> Reason.CERTIFICATE;
                    case 7006 -> Reason.PRIVATE_KEY;
                    case 7014 -> Reason.REVOCATION_LIST;
                    case 7020 -> Reason.PARAMETERS;
                    case 7500 -> Reason.TRUST_ANCHORS;
                    case 7600, 7601 -> Reason.KEYS_MISMATCH;
                    case 7019, 7700, 7701, 7702 -> Reason.ECH;
                    default -> result >= 7400 && result < 7500 ? Reason.REVOCATION_LIST : otherwise;
                };
        return new TlsConfigException(reason, what + ": " + text(result), UpcallFailure.take());
    }

    /** The code with which a callback refuses a certificate. */
    static int codeOf(CertificateError error) {
        return switch (error) {
            case BAD_ENCODING -> 7121;
            case EXPIRED -> 7122;
            case NOT_YET_VALID -> 7123;
            case REVOKED -> 7124;
            case UNHANDLED_CRITICAL_EXTENSION -> 7125;
            case UNKNOWN_ISSUER -> 7126;
            case BAD_SIGNATURE -> 7127;
            case NOT_VALID_FOR_NAME -> 7128;
            case INVALID_PURPOSE -> 7129;
            case APPLICATION_VERIFICATION_FAILURE -> 7130;
            case OTHER -> CERT_OTHER_ERROR;
            case UNKNOWN_REVOCATION_STATUS -> 7154;
            case EXPIRED_REVOCATION_LIST -> 7156;
            case UNSUPPORTED_SIGNATURE_ALGORITHM -> 7157;
            case INVALID_REVOCATION_LIST -> 7404;
        };
    }

    private static boolean isCertificateError(int result) {
        return (result >= 7121 && result <= 7131)
                || result == 7154
                || result == 7156
                || result == 7157
                || (result >= 7400 && result < 7500);
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
            case 7101 ->
                    of(
                            Kind.NO_CERTIFICATES_PRESENTED,
                            result,
                            AlertDescription.CERTIFICATE_REQUIRED,
                            cause);
            case 7102 -> of(Kind.DECRYPT_ERROR, result, AlertDescription.BAD_RECORD_MAC, cause);
            case 7104 -> of(Kind.HANDSHAKE_NOT_COMPLETE, result, null, cause);
            case 7105 -> of(Kind.OVERSIZED_RECORD, result, AlertDescription.RECORD_OVERFLOW, cause);
            case 7106 ->
                    of(
                            Kind.NO_APPLICATION_PROTOCOL,
                            result,
                            AlertDescription.NO_APPLICATION_PROTOCOL,
                            cause);
            // Which alert goes with these depends on details that upstream's codes do not carry.
            case 7107 -> of(Kind.PEER_INCOMPATIBLE, result, null, cause);
            case 7108 -> of(Kind.PEER_MISBEHAVED, result, null, cause);
            case 7109, 7110 ->
                    of(
                            Kind.INAPPROPRIATE_MESSAGE,
                            result,
                            AlertDescription.UNEXPECTED_MESSAGE,
                            cause);
            case 7116 -> of(Kind.ENCRYPT_ERROR, result, null, cause);
            default ->
                    result >= 7133 && result <= 7155
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
            case 7200 -> AlertDescription.CLOSE_NOTIFY;
            case 7201 -> AlertDescription.UNEXPECTED_MESSAGE;
            case 7202 -> AlertDescription.BAD_RECORD_MAC;
            case 7203 -> AlertDescription.DECRYPTION_FAILED;
            case 7204 -> AlertDescription.RECORD_OVERFLOW;
            case 7205 -> AlertDescription.DECOMPRESSION_FAILURE;
            case 7206 -> AlertDescription.HANDSHAKE_FAILURE;
            case 7207 -> AlertDescription.NO_CERTIFICATE;
            case 7208 -> AlertDescription.BAD_CERTIFICATE;
            case 7209 -> AlertDescription.UNSUPPORTED_CERTIFICATE;
            case 7210 -> AlertDescription.CERTIFICATE_REVOKED;
            case 7211 -> AlertDescription.CERTIFICATE_EXPIRED;
            case 7212 -> AlertDescription.CERTIFICATE_UNKNOWN;
            case 7213 -> AlertDescription.ILLEGAL_PARAMETER;
            case 7214 -> AlertDescription.UNKNOWN_CA;
            case 7215 -> AlertDescription.ACCESS_DENIED;
            case 7216 -> AlertDescription.DECODE_ERROR;
            case 7217 -> AlertDescription.DECRYPT_ERROR;
            case 7218 -> AlertDescription.EXPORT_RESTRICTION;
            case 7219 -> AlertDescription.PROTOCOL_VERSION;
            case 7220 -> AlertDescription.INSUFFICIENT_SECURITY;
            case 7221 -> AlertDescription.INTERNAL_ERROR;
            case 7222 -> AlertDescription.INAPPROPRIATE_FALLBACK;
            case 7223 -> AlertDescription.USER_CANCELED;
            case 7224 -> AlertDescription.NO_RENEGOTIATION;
            case 7225 -> AlertDescription.MISSING_EXTENSION;
            case 7226 -> AlertDescription.UNSUPPORTED_EXTENSION;
            case 7227 -> AlertDescription.CERTIFICATE_UNOBTAINABLE;
            case 7228 -> AlertDescription.UNRECOGNISED_NAME;
            case 7229 -> AlertDescription.BAD_CERTIFICATE_STATUS_RESPONSE;
            case 7230 -> AlertDescription.BAD_CERTIFICATE_HASH_VALUE;
            case 7231 -> AlertDescription.UNKNOWN_PSK_IDENTITY;
            case 7232 -> AlertDescription.CERTIFICATE_REQUIRED;
            case 7233 -> AlertDescription.NO_APPLICATION_PROTOCOL;
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
