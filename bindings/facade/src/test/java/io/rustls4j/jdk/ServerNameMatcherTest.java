package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.testkit.TestAuthority;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNameMatcherTest {
    private static final TestAuthority ROOT = TestAuthority.root("names");

    @ParameterizedTest
    @CsvSource({
        "a.example,           a.example,       true",
        "A.EXAMPLE,           a.example,       true",
        "a.example,           a.example.,      true",
        "a.example.,          a.example,       false",
        "a.example,           b.example,       false",
        "a.example,           x.a.example,     false",
        "*.a.example,         x.a.example,     true",
        "*.A.example,         X.a.example,     true",
        "*.a.example,         x.a.example.,    true",
        "*.a.example,         a.example,       false",
        "*.a.example,         x.y.a.example,   false",
        "*.example,           a.example,       false",
        "*,                   example,         false",
        "*.,                  example,         false",
        "x*.a.example,        xy.a.example,    false",
        "*x.a.example,        yx.a.example,    false",
        "a.*.example,         a.b.example,     false",
        "*.*.example,         a.b.example,     false",
        "xn--*.a.example,     xn--b.a.example, false",
        "a_b.example,         a_b.example,     true",
        "a..example,          a..example,      false",
        "-a.example,          -a.example,      false"
    })
    void aDnsNameStandsForAnother(String presented, String asked, boolean expected) {
        assertThat(ServerNameMatcher.matches(presented, asked)).isEqualTo(expected);
    }

    @Test
    void theRefusalSaysWhatTheCertificateIsFor() {
        X509Certificate certificate =
                ROOT.newCertificate()
                        .commonName("c.example")
                        .dns("a.example")
                        .issue()
                        .certificate();

        assertThatThrownBy(() -> ServerNameMatcher.check(certificate, "c.example"))
                .isInstanceOfSatisfying(
                        CertificateErrorException.class,
                        e -> assertThat(e.error()).isEqualTo(CertificateError.NOT_VALID_FOR_NAME))
                .hasMessageContaining("a.example")
                .hasMessageContaining("c.example");
    }

    @Test
    void addressesAreComparedAsAddresses() {
        X509Certificate certificate =
                ROOT.newCertificate()
                        .ip("192.0.2.1", "2001:db8::1")
                        .dns("192.0.2.9")
                        .issue()
                        .certificate();

        for (String same : new String[] {"192.0.2.1", "2001:db8::1", "2001:DB8:0:0::1"}) {
            assertThatCode(() -> ServerNameMatcher.check(certificate, same))
                    .doesNotThrowAnyException();
        }
        for (String other : new String[] {"192.0.2.2", "2001:db8::2", "192.0.2.9"}) {
            assertThatThrownBy(() -> ServerNameMatcher.check(certificate, other))
                    .as(other)
                    .isInstanceOf(CertificateErrorException.class);
        }
    }

    @Test
    void aNetworkStandsForNoAddress() {
        X509Certificate certificate =
                ROOT.newCertificate().ip("192.0.2.0/24", "2001:db8::/32").issue().certificate();

        for (String asked : new String[] {"192.0.2.0", "192.0.2.1", "2001:db8::"}) {
            assertThatThrownBy(() -> ServerNameMatcher.check(certificate, asked))
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            e ->
                                    assertThat(e.error())
                                            .isEqualTo(CertificateError.NOT_VALID_FOR_NAME));
        }
    }

    @Test
    void aCertificateWithoutNamesIsForNobody() {
        X509Certificate certificate =
                ROOT.newCertificate().commonName("a.example").issue().certificate();

        assertThatThrownBy(() -> ServerNameMatcher.check(certificate, "a.example"))
                .isInstanceOf(CertificateErrorException.class);
    }
}
