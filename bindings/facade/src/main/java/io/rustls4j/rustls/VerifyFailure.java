package io.rustls4j.rustls;

import io.rustls4j.CertificateErrorException;

/** What the application threw instead of trusting a certificate, as native code is told it. */
final class VerifyFailure {
    private VerifyFailure() {}

    /** Keeps it for the caller of the handshake, too. */
    static int code(Throwable thrown) {
        UpcallFailure.keep(thrown);
        return thrown instanceof CertificateErrorException refused
                ? ResultCodes.codeOf(refused.error())
                : RustlsResult.CERT_OTHER_ERROR;
    }
}
