package io.rustls4j.jsse.keys;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.SignatureScheme;
import java.util.List;
import java.util.Optional;

/** Hellos of clients that offer every suite. */
final class Hellos {
    private Hellos() {}

    static ClientHello with(List<SignatureScheme> schemes, List<byte[]> caNames) {
        return with(schemes, List.of(), caNames);
    }

    static ClientHello with(
            List<SignatureScheme> schemes, List<NamedGroup> groups, List<byte[]> caNames) {
        return new ClientHello(
                Optional.empty(), schemes, CipherSuite.known(), groups, List.of(), caNames);
    }
}
