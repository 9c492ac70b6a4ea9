package io.rustls4j.tcnative.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.Acceptor;
import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EngineKind;
import io.rustls4j.EnginePanicException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolErrorException.Kind;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures have the numbers and words that BoringSSL has for them. */
final class OpenSslErrorTest {
    /** As BoringSSL prints them. */
    @ParameterizedTest
    @CsvSource({
        "0x10000044, error:10000044:SSL routines:OPENSSL_internal:internal error",
        "0x1000007d, error:1000007d:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
        "0x100000b8, error:100000b8:SSL routines:OPENSSL_internal:NO_SHARED_CIPHER",
        "0x100000f0, error:100000f0:SSL routines:OPENSSL_internal:UNSUPPORTED_PROTOCOL",
        "0x10000410, error:10000410:SSL routines:OPENSSL_internal:SSLV3_ALERT_HANDSHAKE_FAILURE",
        "0x10000461, error:10000461:SSL routines:OPENSSL_internal:TLSV1_ALERT_ECH_REQUIRED",
        "0x10000455, error:10000455:SSL routines:OPENSSL_internal:reason(1109)"
    })
    void aNumberHasAText(long number, String text) {
        assertThat(OpenSslError.text(number)).isEqualTo(text);
    }

    @Test
    void aNumberOfAnotherLibraryHasATextToo() {
        assertThat(OpenSslError.text(0)).startsWith("error:00000000:");
        assertThat(OpenSslError.text(0x0b000064)).startsWith("error:0b000064:");
    }

    @Test
    void theTextOfAnErrorIsThatOfItsNumber() {
        OpenSslError error = OpenSslError.NO_CERTIFICATE_SET;

        assertThat(error).hasToString(OpenSslError.text(error.number()));
        assertThat(error.reason()).isEqualTo("NO_CERTIFICATE_SET");
    }

    @ParameterizedTest
    @EnumSource(value = AlertDescription.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void anAlertThatCameIsItsNumberAndAThousand(AlertDescription alert) {
        OpenSslError error = OpenSslError.of(new AlertReceivedException(alert));

        assertThat(error.number()).isEqualTo(0x10000000 + 1000 + alert.code());
        if (alert != AlertDescription.MISSING_EXTENSION) {
            assertThat(error.reason()).contains("_ALERT_");
        }
    }

    @Test
    void anAlertThatRustlsDoesNotKnowIsUnknown() {
        assertThat(OpenSslError.of(new AlertReceivedException(AlertDescription.UNKNOWN)).reason())
                .isEqualTo("UNKNOWN_ALERT_TYPE");
    }

    @Test
    void aRefusedCertificateIsThatWhateverIsWrongWithIt() {
        for (CertificateError error : CertificateError.values()) {
            assertThat(OpenSslError.of(new CertificateErrorException(error, "refused")).reason())
                    .isEqualTo("CERTIFICATE_VERIFY_FAILED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_MESSAGE, DECODE_ERROR",
        "INAPPROPRIATE_MESSAGE, UNEXPECTED_MESSAGE",
        "DECRYPT_ERROR, DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
        "OVERSIZED_RECORD, ENCRYPTED_LENGTH_TOO_LONG",
        "PEER_INCOMPATIBLE, SSL_HANDSHAKE_FAILURE",
        "PEER_MISBEHAVED, INVALID_MESSAGE",
        "NO_APPLICATION_PROTOCOL, NO_APPLICATION_PROTOCOL",
        "NO_CERTIFICATES_PRESENTED, PEER_DID_NOT_RETURN_A_CERTIFICATE",
        "HANDSHAKE_NOT_COMPLETE, HANDSHAKE_NOT_COMPLETE",
        "ENCRYPT_ERROR, internal error",
        "GENERAL, internal error"
    })
    void aBrokenProtocolHasTheNearestReason(Kind kind, String reason) {
        assertThat(OpenSslError.of(broken(kind, null, null)).reason()).isEqualTo(reason);
    }

    @Test
    void anIncompatiblePeerIsTellableByTheAlert() {
        assertThat(
                        OpenSslError.of(
                                broken(
                                        Kind.PEER_INCOMPATIBLE,
                                        AlertDescription.PROTOCOL_VERSION,
                                        null)))
                .isEqualTo(OpenSslError.UNSUPPORTED_PROTOCOL);
    }

    @Test
    void whatACallbackThrewIsLookedAt() {
        assertThat(
                        OpenSslError.of(
                                        broken(
                                                Kind.GENERAL,
                                                null,
                                                new SignatureException("no such token")))
                                .reason())
                .isEqualTo("PRIVATE_KEY_OPERATION_FAILED");
        assertThat(
                        OpenSslError.of(
                                        new IllegalStateException(
                                                new CertificateErrorException(
                                                        CertificateError.EXPIRED, "too late")))
                                .reason())
                .isEqualTo("CERTIFICATE_VERIFY_FAILED");
    }

    @Test
    void aBadConfigurationHasTheNearestReason() {
        assertThat(
                        OpenSslError.of(
                                        new TlsConfigException(
                                                TlsConfigException.Reason.KEYS_MISMATCH, "odd"))
                                .reason())
                .isEqualTo("CERTIFICATE_AND_PRIVATE_KEY_MISMATCH");
    }

    @Test
    void anythingElseIsAnInternalError() {
        for (Throwable failure :
                new Throwable[] {
                    new EnginePanicException("oops"), new StackOverflowError(), new Exception("?")
                }) {
            assertThat(OpenSslError.of(failure).reason()).isEqualTo("internal error");
        }
    }

    @Test
    void whatIsNotTlsHasAWrongVersionNumber() {
        TlsException failure;
        try (Acceptor acceptor = Acceptor.create(EngineKind.RUSTLS)) {
            failure =
                    Assertions.catchThrowableOfType(
                            TlsException.class,
                            () -> {
                                acceptor.read(
                                        ByteBuffer.wrap(
                                                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                                        .getBytes(StandardCharsets.US_ASCII)));
                                acceptor.accept();
                            });
        }

        assertThat(OpenSslError.of(failure).reason()).isEqualTo("WRONG_VERSION_NUMBER");
    }

    private static ProtocolErrorException broken(
            Kind kind, @Nullable AlertDescription alert, @Nullable Throwable cause) {
        return new ProtocolErrorException(kind, "broken", alert, cause);
    }
}
