package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CipherSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of suites mean what they mean to BoringSSL, as far as rustls has the suites. */
final class CipherNamesTest {
    private static final String ALL =
            "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:"
                    + "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-AES256-GCM-SHA384:"
                    + "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305";

    @Test
    void everySuiteHasANameThatLeadsToIt() {
        for (CipherSuite suite : CipherSuite.known()) {
            CipherNames.Parsed parsed =
                    CipherNames.parse(CipherNames.openSslName(suite), suite.isTls13());

            assertThat(parsed.suites()).containsExactly(suite);
            assertThat(parsed.dropped()).isEmpty();
        }
    }

    @Test
    void everySuiteHasItsIanaNameToo() {
        for (CipherSuite suite : CipherSuite.known()) {
            assertThat(CipherNames.parse(suite.toString(), suite.isTls13()).suites())
                    .containsExactly(suite);
        }
    }

    @Test
    void aSuiteThatIsNotKnownHasItsNumberForAName() {
        assertThat(CipherNames.openSslName(new CipherSuite(0x002f))).isEqualTo("0x002f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALL",
                "DEFAULT",
                "HIGH:!aNULL",
                "HIGH:!aNULL:!MD5:!3DES",
                "ECDHE",
                "TLSv1.2",
                "ALL:!SHA:!SHA256:!SHA384"
            })
    void aKeywordForAllIsAll(String list) {
        assertThat(names(list)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "ECDHE+AESGCM:!aRSA, ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256",
        "EECDH+aRSA+AES256, ECDHE-RSA-AES256-GCM-SHA384",
        "CHACHA20, ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305",
        "ALL:!ECDSA:!AES, ECDHE-RSA-CHACHA20-POLY1305",
        "ECDSA:+AES256, ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305"
                + ":ECDHE-ECDSA-AES256-GCM-SHA384",
        "AES128:-ECDSA:ECDHE-ECDSA-AES128-GCM-SHA256,"
                + " ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256",
        "AES128:!ECDSA:ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-RSA-AES128-GCM-SHA256",
        "AES128+aRSA:AES256+aRSA:@STRENGTH:@SECLEVEL=2,"
                + " ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256",
        "[ECDHE-RSA-AES128-GCM-SHA256|ECDHE-RSA-CHACHA20-POLY1305],"
                + " ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305"
    })
    void aListIsWorkedOffFromLeftToRight(String list, String names) {
        assertThat(names(list)).isEqualTo(names);
        assertThat(CipherNames.parse(list, false).dropped()).isEmpty();
    }

    @Test
    void theOrderIsTheListsAndASuiteIsThereOnce() {
        assertThat(
                        names(
                                "ECDHE-RSA-AES128-GCM-SHA256,ECDHE-ECDSA-AES128-GCM-SHA256"
                                        + ":ECDHE-RSA-AES128-GCM-SHA256"))
                .isEqualTo("ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256");
    }

    @Test
    void whatThereIsNotIsNamed() {
        CipherNames.Parsed parsed =
                CipherNames.parse(
                        "AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256:!3DES:RC4-MD5:AES128-SHA", false);

        assertThat(parsed.suites())
                .containsExactly(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);
        assertThat(parsed.dropped()).containsExactly("AES128-SHA", "RC4-MD5");
    }

    @Test
    void aListOfOneVersionHasNoSuitesOfTheOther() {
        assertThat(CipherNames.parse("TLS_AES_128_GCM_SHA256", false).suites()).isEmpty();
        assertThat(CipherNames.parse("ECDHE-RSA-AES128-GCM-SHA256", true).suites()).isEmpty();
        assertThat(CipherNames.parse("ALL", true).suites()).isEmpty();
    }

    @Test
    void theSuitesOfTls13HaveNamesOfBoringSslToo() {
        assertThat(
                        CipherNames.parse(
                                        "AEAD-CHACHA20-POLY1305-SHA256:AEAD-AES128-GCM-SHA256:"
                                                + "TLS_AES_256_GCM_SHA384",
                                        true)
                                .suites())
                .containsExactly(
                        CipherSuite.TLS13_CHACHA20_POLY1305_SHA256,
                        CipherSuite.TLS13_AES_128_GCM_SHA256,
                        CipherSuite.TLS13_AES_256_GCM_SHA384);
    }

    @Test
    void anEmptyListIsEmpty() {
        assertThat(CipherNames.parse("", false))
                .isEqualTo(new CipherNames.Parsed(List.of(), List.of(), false));
        assertThat(CipherNames.parse("::", true).dropped()).isEmpty();
    }

    private static String names(String list) {
        return String.join(
                ":",
                CipherNames.parse(list, false).suites().stream()
                        .map(CipherNames::openSslName)
                        .toList());
    }
}
