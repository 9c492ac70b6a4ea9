package io.rustls4j.contract;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateError;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;

/**
 * Which alert the peer gets to see when a certificate is refused: the table of differences. rustls
 * sends what {@link CertificateError#alert()} says, and so does the jdk engine in TLS 1.2, where
 * alerts are in the clear. In TLS 1.3 the JDK encrypts its alert by itself, and knows only a few
 * reasons on a client and none on a server.
 */
final class EngineAlerts {
    private EngineAlerts() {}

    /** What a client sends that refuses a server. */
    static AlertDescription ofClient(
            EngineKind engine, ProtocolVersion version, CertificateError error) {
        return isAsRustls(engine, version) ? error.alert() : ofJdkClient(error);
    }

    /** What a server sends that refuses a client. */
    static AlertDescription ofServer(
            EngineKind engine, ProtocolVersion version, CertificateError error) {
        return isAsRustls(engine, version) ? error.alert() : AlertDescription.CERTIFICATE_UNKNOWN;
    }

    private static boolean isAsRustls(EngineKind engine, ProtocolVersion version) {
        return engine == EngineKind.RUSTLS || version == ProtocolVersion.TLSV1_2;
    }

    private static AlertDescription ofJdkClient(CertificateError error) {
        return switch (error) {
            case BAD_ENCODING,
                    EXPIRED,
                    NOT_YET_VALID,
                    REVOKED,
                    UNHANDLED_CRITICAL_EXTENSION,
                    NOT_VALID_FOR_NAME,
                    INVALID_PURPOSE ->
                    error.alert();
            case UNKNOWN_ISSUER,
                    UNKNOWN_REVOCATION_STATUS,
                    EXPIRED_REVOCATION_LIST,
                    INVALID_REVOCATION_LIST,
                    BAD_SIGNATURE,
                    UNSUPPORTED_SIGNATURE_ALGORITHM,
                    APPLICATION_VERIFICATION_FAILURE,
                    OTHER ->
                    AlertDescription.CERTIFICATE_UNKNOWN;
        };
    }
}
