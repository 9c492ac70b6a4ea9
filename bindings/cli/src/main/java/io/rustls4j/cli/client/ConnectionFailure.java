package io.rustls4j.cli.client;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EnginePanicException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsException;
import io.rustls4j.TruncatedException;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.FailureText;
import java.io.IOException;
import java.util.Locale;

/** Says what the failure of a connection means, and what would be right. */
final class ConnectionFailure {
    private final Target target;
    private final String serverName;
    private final boolean showsCertificate;

    ConnectionFailure(Target target, String serverName, boolean showsCertificate) {
        this.target = target;
        this.serverName = serverName;
        this.showsCertificate = showsCertificate;
    }

    CommandFailure explain(IOException failure) {
        String text =
                switch (failure) {
                    case TlsException tls -> explainTls(tls);
                    case StandardOutput.FailedException output -> FailureText.of(output);
                    default ->
                            "the connection to " + target + " failed: " + FailureText.of(failure);
                };
        return CommandFailure.ofConnection(text, failure);
    }

    private String explainTls(TlsException failure) {
        return switch (failure) {
            case CertificateErrorException refused ->
                    "the certificate of "
                            + target
                            + " is refused: "
                            + refused.getMessage()
                            + "; "
                            + cure(refused);
            case AlertReceivedException alert ->
                    target
                            + " refused the connection with the alert "
                            + alert.alert().name().toLowerCase(Locale.ROOT)
                            + "; "
                            + cure(alert);
            case ProtocolErrorException protocol ->
                    "no TLS with " + target + ": " + protocol.getMessage() + cure(protocol);
            case TruncatedException cut ->
                    target
                            + " cut the connection without a close_notify; what came before may be incomplete";
            case EnginePanicException panic ->
                    "a defect in the engine: " + panic.getMessage() + "; please report it";
            default -> "no TLS with " + target + ": " + failure.getMessage();
        };
    }

    private String cure(CertificateErrorException refused) {
        return switch (refused.error()) {
            case UNKNOWN_ISSUER ->
                    "give the certificate of its authority with --ca-file, if you trust it";
            case NOT_VALID_FOR_NAME ->
                    "it is not for "
                            + serverName
                            + ": connect by a name that it is for, or give that with --servername";
            case EXPIRED -> "the server needs a new one, unless this computer's clock is wrong";
            case NOT_YET_VALID -> "check this computer's clock";
            case REVOKED -> "do not go on";
            case INVALID_PURPOSE -> "it was not issued for servers";
            case BAD_SIGNATURE ->
                    "it was changed, or the file of --ca-file is of another authority with the same name";
            default -> "see what it is with --show-certs --insecure-skip-verify";
        };
    }

    private String cure(AlertReceivedException received) {
        return switch (received.alert()) {
            case CERTIFICATE_REQUIRED -> "it wants a client's certificate: give --cert and --key";
            case UNKNOWN_CA,
                    BAD_CERTIFICATE,
                    CERTIFICATE_UNKNOWN,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    UNSUPPORTED_CERTIFICATE,
                    ACCESS_DENIED,
                    DECRYPT_ERROR ->
                    showsCertificate
                            ? "it does not accept the certificate of --cert"
                            : "it may want a client's certificate: give --cert and --key";
            case NO_APPLICATION_PROTOCOL -> "it supports none of the protocols of --alpn";
            case PROTOCOL_VERSION ->
                    "it supports none of the versions that were offered: see --versions";
            case UNRECOGNISED_NAME ->
                    "it does not know the name " + serverName + ": see --servername";
            case HANDSHAKE_FAILURE, INSUFFICIENT_SECURITY ->
                    "it has no version, suite or group in common with this client, or wants a certificate (--cert)";
            default -> "its log may say why";
        };
    }

    private static String cure(ProtocolErrorException protocol) {
        return switch (protocol.kind()) {
            case INVALID_MESSAGE -> "; is this a TLS port?";
            case PEER_INCOMPATIBLE -> "; see --versions, --ciphers and --groups";
            case NO_APPLICATION_PROTOCOL -> "; see --alpn";
            default -> "";
        };
    }
}
