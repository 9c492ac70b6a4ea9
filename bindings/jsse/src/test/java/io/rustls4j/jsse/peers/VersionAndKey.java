package io.rustls4j.jsse.peers;

import io.rustls4j.testkit.KeyKind;
import java.util.Arrays;
import java.util.stream.Stream;

/** A case for tests: a protocol, and the kind of the server's key. */
record VersionAndKey(String version, KeyKind kind) {
    static Stream<VersionAndKey> all() {
        return Arrays.stream(KeyKind.values())
                .flatMap(
                        kind ->
                                Stream.of("TLSv1.2", "TLSv1.3")
                                        .map(version -> new VersionAndKey(version, kind)));
    }
}
