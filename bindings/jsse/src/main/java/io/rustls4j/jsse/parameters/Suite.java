package io.rustls4j.jsse.parameters;

import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import java.util.Set;

/**
 * A suite of rustls, with the names of what it is made of, by which security properties disable it.
 *
 * @param value the suite
 * @param name its name in JSSE
 * @param keyExchange its key exchange and authentication; empty with TLS 1.3, where suites have
 *     none
 * @param rest its cipher and hash
 */
record Suite(CipherSuite value, String name, Set<String> keyExchange, Set<String> rest) {
    boolean isTls13() {
        return value.isTls13();
    }

    /** The one version that has it. */
    ProtocolVersion version() {
        return isTls13() ? ProtocolVersion.TLSV1_3 : ProtocolVersion.TLSV1_2;
    }
}
