package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsException;
import org.jspecify.annotations.Nullable;

/** What tests say about how a side failed. */
final class Failures {
    private Failures() {}

    static void assertAlertReceived(@Nullable TlsException failure, AlertDescription expected) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        AlertReceivedException.class,
                        e -> assertThat(e.alert()).isEqualTo(expected));
    }

    static void assertCertificateError(
            @Nullable TlsException failure, CertificateError... expected) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        CertificateErrorException.class,
                        e -> assertThat(e.error()).isIn((Object[]) expected));
    }

    static void assertProtocolError(
            @Nullable TlsException failure, ProtocolErrorException.Kind... expected) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ProtocolErrorException.class,
                        e -> assertThat(e.kind()).isIn((Object[]) expected));
    }
}
