package io.rustls4j.peers;

import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.testkit.KeyKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What the tests against real peers are run with. */
final class PeerCases {
    private PeerCases() {}

    static Stream<EngineKind> engines() {
        return Arrays.stream(EngineKind.values());
    }

    static Stream<Arguments> enginesAndVersions() {
        return engines()
                .flatMap(
                        engine ->
                                Arrays.stream(ProtocolVersion.values())
                                        .map(version -> Arguments.of(engine, version)));
    }

    static Stream<Arguments> enginesVersionsAndKeys() {
        return enginesAndVersions()
                .flatMap(
                        both ->
                                Stream.of(KeyKind.RSA_2048, KeyKind.EC_P256)
                                        .map(
                                                kind ->
                                                        Arguments.of(
                                                                both.get()[0],
                                                                both.get()[1],
                                                                kind)));
    }
}
