package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolErrorException.Kind;
import io.rustls4j.TlsException;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import javax.crypto.AEADBadTagException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineFailureTest {
    private final EngineOutput output = new EngineOutput();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(handshake_failure) no cipher suites in common | PEER_INCOMPATIBLE |"
                        + " HANDSHAKE_FAILURE",
                "(protocol_version) The client supported protocol versions [TLSv1.3] are not"
                        + " accepted by server preferences [TLS12] | PEER_INCOMPATIBLE |"
                        + " PROTOCOL_VERSION",
                "(unexpected_message) No common named group | PEER_INCOMPATIBLE |"
                        + " UNEXPECTED_MESSAGE",
                "(no_application_protocol) No matching application layer protocol values |"
                        + " NO_APPLICATION_PROTOCOL | NO_APPLICATION_PROTOCOL",
                "(certificate_required) Empty client certificate chain | NO_CERTIFICATES_PRESENTED"
                        + " | CERTIFICATE_REQUIRED",
                "(decode_error) Invalid extension | INVALID_MESSAGE | DECODE_ERROR",
                "(illegal_parameter) odd | PEER_MISBEHAVED | ILLEGAL_PARAMETER",
                "(missing_extension) odd | PEER_MISBEHAVED | MISSING_EXTENSION",
                "(decrypt_error) The Finished message cannot be verified. | DECRYPT_ERROR |"
                        + " DECRYPT_ERROR",
                "(internal_error) odd | GENERAL | INTERNAL_ERROR",
                "Input record too big: max = 16709 len = 65540 | OVERSIZED_RECORD | INTERNAL_ERROR",
                "Unrecognized SSL message, plaintext connection? | INVALID_MESSAGE | INTERNAL_ERROR"
            })
    void aMessageTellsTheKindAndTheAlert(String message, Kind kind, AlertDescription alert) {
        assertProtocolError(failure(new SSLException(message)), kind, alert);
    }

    @Test
    void anExceptionOfTheProtocolWithoutANameIsAnUnexpectedMessage() {
        assertProtocolError(
                failure(new SSLProtocolException("odd")),
                Kind.INAPPROPRIATE_MESSAGE,
                AlertDescription.UNEXPECTED_MESSAGE);
    }

    @Test
    void aRecordThatDoesNotDecryptIsKnownByItsCause() {
        assertProtocolError(
                failure(
                        new SSLException(
                                "(bad_record_mac) Tag mismatch",
                                new AEADBadTagException("Tag mismatch"))),
                Kind.DECRYPT_ERROR,
                AlertDescription.BAD_RECORD_MAC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(handshake_failure) Received fatal alert: handshake_failure | HANDSHAKE_FAILURE",
                "(unrecognized_name) Received fatal alert: unrecognized_name | UNRECOGNISED_NAME",
                "(unexpected_message) Unknown alert description (121) |"
                        + " ENCRYPTED_CLIENT_HELLO_REQUIRED",
                "(unexpected_message) Unknown alert description (-56) | UNKNOWN",
                "(handshake_failure) received handshake warning: unrecognized_name |"
                        + " UNRECOGNISED_NAME",
                "(user_canceled) Received fatal close_notify alert | USER_CANCELED"
            })
    void whatThePeerSaidIsTold(String message, AlertDescription alert) {
        assertThat(failure(new SSLHandshakeException(message)))
                .isInstanceOfSatisfying(
                        AlertReceivedException.class, e -> assertThat(e.alert()).isEqualTo(alert));
    }

    @Test
    void certificatesThatDoNotParseAreCertificateErrors() {
        assertThat(
                        failure(
                                new SSLHandshakeException(
                                        "(bad_certificate) Failed to parse server certificates")))
                .isInstanceOfSatisfying(
                        CertificateErrorException.class,
                        e -> assertThat(e.error()).isEqualTo(CertificateError.BAD_ENCODING));
    }

    @Test
    void aWrongSignatureOverTheHandshakeIsACertificateError() {
        assertThat(
                        failure(
                                new SSLHandshakeException(
                                        "(handshake_failure) Cannot verify CertificateVerify"
                                                + " message")))
                .isInstanceOfSatisfying(
                        CertificateErrorException.class,
                        e -> assertThat(e.error()).isEqualTo(CertificateError.BAD_SIGNATURE));
    }

    @Test
    void ourOwnReasonComesFirst() {
        IllegalStateException cause = new IllegalStateException("a defect");
        Refusal ours = Refusal.callback("the verifier failed", cause);

        TlsException failure =
                EngineFailure.of(new SSLException("(internal_error) odd"), ours, output, true);

        assertThat(failure).hasCause(cause).hasMessageContaining("the verifier failed");
    }

    @Test
    void anAlertInTheClearIsSetRight() {
        output.add(PlainAlert.fatal(AlertDescription.INTERNAL_ERROR));

        TlsException failure =
                EngineFailure.of(
                        new SSLException("Unrecognized SSL message, plaintext connection?"),
                        null,
                        output,
                        true);

        ByteBuffer sent = ByteBuffer.allocate(7);
        output.moveTo(sent);
        assertThat(sent.array()).isEqualTo(PlainAlert.fatal(AlertDescription.DECODE_ERROR));
        assertThat(failure.alertSent()).contains(AlertDescription.DECODE_ERROR);
    }

    @Test
    void withoutAnyOutputNoAlertIsTold() {
        assertThat(EngineFailure.of(new SSLException("odd"), null, output, false).alertSent())
                .isEmpty();
    }

    private TlsException failure(Exception thrown) {
        return EngineFailure.of(thrown, null, output, true);
    }

    private static void assertProtocolError(
            TlsException failure, Kind kind, AlertDescription alert) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ProtocolErrorException.class, e -> assertThat(e.kind()).isEqualTo(kind));
        assertThat(failure.alertSent()).contains(alert);
    }
}
