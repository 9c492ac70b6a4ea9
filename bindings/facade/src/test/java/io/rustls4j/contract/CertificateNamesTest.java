package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.testkit.CertificateBuilder;

/**
 * Whether the server's certificate is for the name or address that was asked for (RFC 9525, RFC
 * 5280 section 4.2.1.6).
 */
@ContractTest
class CertificateNamesTest {
    @EveryPairing
    void aDnsNameIsAccepted(Pairing pairing) {
        assertAccepted(pairing, names().dns("a.example", "b.example"), "b.example");
    }

    @EveryPairing
    void caseDoesNotMatter(Pairing pairing) {
        assertAccepted(pairing, names().dns("A.Example"), "a.eXample");
    }

    @EveryPairing
    void aTrailingDotDoesNotMatter(Pairing pairing) {
        assertAccepted(pairing, names().dns("a.example"), "a.example.");
    }

    @EveryPairing
    void punycodeIsAName(Pairing pairing) {
        assertAccepted(pairing, names().dns("xn--bcher-kva.example"), "xn--bcher-kva.example");
    }

    @EveryPairing
    void anotherDnsNameIsRefused(Pairing pairing) {
        assertRefused(pairing, names().dns("a.example"), "b.example");
        assertRefused(pairing, names().dns("a.example"), "a.example.org");
        assertRefused(pairing, names().dns("a.example"), "sub.a.example");
    }

    @EveryPairing
    void aWildcardStandsForOneLabel(Pairing pairing) {
        assertAccepted(pairing, names().dns("*.a.example"), "www.a.example");
        assertRefused(pairing, names().dns("*.a.example"), "a.example");
        assertRefused(pairing, names().dns("*.a.example"), "x.www.a.example");
    }

    @EveryPairing
    void theCommonNameIsNotLookedAt(Pairing pairing) {
        assertRefused(pairing, names().commonName("a.example"), "a.example");
        assertRefused(pairing, names().commonName("a.example").dns("b.example"), "a.example");
    }

    @EveryPairing
    void anIpV4AddressIsAccepted(Pairing pairing) {
        assertAccepted(pairing, names().ip("192.0.2.1", "192.0.2.2"), "192.0.2.2");
    }

    @EveryPairing
    void anotherIpV4AddressIsRefused(Pairing pairing) {
        assertRefused(pairing, names().ip("192.0.2.1"), "192.0.2.2");
    }

    @EveryPairing
    void anIpV4AddressIsNotMatchedByADnsName(Pairing pairing) {
        assertRefused(pairing, names().dns("192.0.2.1"), "192.0.2.1");
        assertRefused(pairing, names().commonName("192.0.2.1"), "192.0.2.1");
    }

    @EveryPairing
    void anIpV6AddressIsAcceptedInAnySpelling(Pairing pairing) {
        assertAccepted(pairing, names().ip("2001:db8::1"), "2001:db8::1");
        assertAccepted(pairing, names().ip("2001:db8::1"), "2001:0DB8:0:0:0:0:0:1");
        assertAccepted(pairing, names().ip("::1"), "::1");
    }

    @EveryPairing
    void anotherIpV6AddressIsRefused(Pairing pairing) {
        assertRefused(pairing, names().ip("2001:db8::1"), "2001:db8::2");
    }

    @EveryPairing
    void aCertificateWithoutAddressesIsRefusedForAnAddress(Pairing pairing) {
        assertRefused(pairing, names().dns("a.example"), "192.0.2.1");
        assertRefused(pairing, names().dns("a.example"), "2001:db8::1");
    }

    @EveryPairing
    void anAddressIsNotSentAsAName(Pairing pairing) {
        for (String address : new String[] {"192.0.2.1", "2001:db8::1"}) {
            try (TlsPair pair = pair(pairing, names().ip(address), address).handshake()) {
                assertThat(pair.server().connection().serverName()).isEmpty();
            }
        }
    }

    private static CertificateBuilder names() {
        return Identities.AUTHORITY.newCertificate();
    }

    private static void assertAccepted(
            Pairing pairing, CertificateBuilder certificate, String name) {
        try (TlsPair pair = pair(pairing, certificate, name)) {
            pair.handshake();
        }
    }

    private static void assertRefused(
            Pairing pairing, CertificateBuilder certificate, String name) {
        try (TlsPair pair = pair(pairing, certificate, name)) {
            assertThat(pair.clientFailure())
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            e ->
                                    assertThat(e.error())
                                            .isEqualTo(CertificateError.NOT_VALID_FOR_NAME));
        }
    }

    private static TlsPair pair(Pairing pairing, CertificateBuilder certificate, String name) {
        return pairing.pair(
                pairing.newClient(),
                pairing.newServer().certifiedKeys(Identities.keyOf(certificate.issue())),
                name);
    }
}
