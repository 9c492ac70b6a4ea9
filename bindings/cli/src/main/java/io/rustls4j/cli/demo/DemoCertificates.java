package io.rustls4j.cli.demo;

import io.rustls4j.CertifiedKey;
import io.rustls4j.RootCertStore;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;

/**
 * What both sides of the demo need, made on the spot and kept in memory.
 *
 * @param authority the name of the authority
 * @param roots what the client trusts
 * @param server what the server shows
 */
record DemoCertificates(String authority, RootCertStore roots, CertifiedKey server) {
    static final String NAME = "localhost";
    static final String ADDRESS = "127.0.0.1";

    static DemoCertificates make() {
        TestAuthority authority = TestAuthority.root("rustls4j demo authority");
        IssuedCertificate server =
                authority
                        .newCertificate()
                        .commonName("rustls4j demo server")
                        .dns(NAME)
                        .ip(ADDRESS)
                        .issue();
        return new DemoCertificates(
                authority.certificate().getSubjectX500Principal().getName(),
                RootCertStore.builder().add(authority.certificate()).build(),
                CertifiedKey.of(server.chain(), server.privateKey()));
    }
}
