package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.NamedGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups have the names that OpenSSL and IANA have for them. */
final class GroupNamesTest {
    @ParameterizedTest
    @CsvSource({
        "X25519, X25519",
        "x25519, X25519",
        "P-256, P-256",
        "prime256v1, P-256",
        "secp256r1, P-256",
        "P-384, P-384",
        "secp384r1, P-384",
        "P-521, P-521",
        "secp521r1, P-521",
        "X25519MLKEM768, X25519MLKEM768",
        "MLKEM1024, MLKEM1024",
        "SecP256r1MLKEM768, SecP256r1MLKEM768",
        "x448, x448",
        "ffdhe2048, ffdhe2048"
    })
    void aNameLeadsToAGroup(String name, String openSslName) {
        assertThat(GroupNames.parse(name))
                .singleElement()
                .extracting(GroupNames::openSslName)
                .isEqualTo(openSslName);
    }

    @Test
    void everyGroupHasANameThatLeadsToIt() {
        for (NamedGroup group : NamedGroup.known()) {
            assertThat(GroupNames.parse(GroupNames.openSslName(group))).containsExactly(group);
        }
    }

    @Test
    void aListKeepsItsOrderAndHasEachOnce() {
        assertThat(GroupNames.parse("P-384:X25519:secp384r1:P-256"))
                .containsExactly(NamedGroup.SECP384R1, NamedGroup.X25519, NamedGroup.SECP256R1);
    }

    @Test
    void whatIsNotKnownIsPassedOver() {
        assertThat(GroupNames.parse("P-224:P-256:brainpoolP256r1:"))
                .containsExactly(NamedGroup.SECP256R1);
        assertThat(GroupNames.parse("P-224")).isEmpty();
        assertThat(GroupNames.parse("")).isEmpty();
    }

    /** The numbers that BoringSSL has for them. */
    @Test
    void aNumberLeadsToAGroup() {
        assertThat(GroupNames.ofNids(new int[] {965, 948, 415, 0, 715, 716, 415, -1}))
                .containsExactly(
                        NamedGroup.X25519MLKEM768,
                        NamedGroup.X25519,
                        NamedGroup.SECP256R1,
                        NamedGroup.SECP384R1,
                        NamedGroup.SECP521R1);
        assertThat(GroupNames.ofNids(new int[] {713})).isEmpty();
    }
}
