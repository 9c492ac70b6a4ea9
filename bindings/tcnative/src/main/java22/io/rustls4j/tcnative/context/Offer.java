package io.rustls4j.tcnative.context;

import io.netty.internal.tcnative.SSL;
import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be used of one choice of settings.
 *
 * @param options the bits chosen, of those that switch versions off
 * @param tls13Suites the suites chosen for TLS 1.3
 * @param tls12Suites the suites chosen for TLS 1.2
 * @param versions those that are switched on and have a suite, newest first
 * @param suites those whose version is switched on, TLS 1.3's first
 */
record Offer(
        int options,
        List<CipherSuite> tls13Suites,
        List<CipherSuite> tls12Suites,
        List<ProtocolVersion> versions,
        List<CipherSuite> suites) {
    private static final int OPTIONS = SSL.SSL_OP_NO_TLSv1_3 | SSL.SSL_OP_NO_TLSv1_2;

    static Offer of(int options, List<CipherSuite> tls13Suites, List<CipherSuite> tls12Suites) {
        List<ProtocolVersion> versions = new ArrayList<>(2);
        List<CipherSuite> suites = new ArrayList<>(tls13Suites.size() + tls12Suites.size());
        for (ProtocolVersion version : SslOptions.versions(options)) {
            List<CipherSuite> chosen =
                    version.equals(ProtocolVersion.TLSV1_3) ? tls13Suites : tls12Suites;
            if (!chosen.isEmpty()) {
                versions.add(version);
                suites.addAll(chosen);
            }
        }
        return new Offer(
                options & OPTIONS,
                tls13Suites,
                tls12Suites,
                List.copyOf(versions),
                List.copyOf(suites));
    }

    boolean isOf(int chosen, List<CipherSuite> tls13, List<CipherSuite> tls12) {
        return options == (chosen & OPTIONS)
                && tls13Suites.equals(tls13)
                && tls12Suites.equals(tls12);
    }
}
