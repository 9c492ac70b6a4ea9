package io.rustls4j.jsse.parameters;

import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Suite that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    boolean isTls13() {
        return value.isTls13();
    }

    /** The one version that has it. */
    ProtocolVersion version() {
        return isTls13() ? ProtocolVersion.TLSV1_3 : ProtocolVersion.TLSV1_2;
    }
}
