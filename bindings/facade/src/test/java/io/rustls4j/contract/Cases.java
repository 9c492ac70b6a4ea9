package io.rustls4j.contract;

import io.rustls4j.CipherSuite;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.testkit.KeyKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What the tests are run with. {@code -Drustls4j.contract.only=jdk} leaves out every case that
 * needs another engine: for work on one engine, never for a result.
 */
final class Cases {
    private static final String ONLY = System.getProperty("rustls4j.contract.only", "");

    private Cases() {}

    static Stream<EngineKind> engines() {
        return Arrays.stream(EngineKind.values()).filter(Cases::wanted);
    }

    static Stream<Pairing> pairings() {
        return Arrays.stream(Pairing.values())
                .filter(pairing -> wanted(pairing.client()) && wanted(pairing.server()));
    }

    static Stream<Arguments> enginesAndVersions() {
        return engines()
                .flatMap(engine -> versions().map(version -> Arguments.of(engine, version)));
    }

    static Stream<Arguments> pairingsAndVersions() {
        return pairings()
                .flatMap(pairing -> versions().map(version -> Arguments.of(pairing, version)));
    }

    static Stream<Arguments> pairingsAndSuites() {
        return pairings()
                .flatMap(
                        pairing ->
                                CipherSuite.known().stream()
                                        .map(suite -> Arguments.of(pairing, suite)));
    }

    static Stream<Arguments> pairingsAndKeyKinds() {
        return pairings()
                .flatMap(
                        pairing ->
                                Arrays.stream(KeyKind.values())
                                        .map(kind -> Arguments.of(pairing, kind)));
    }

    private static Stream<ProtocolVersion> versions() {
        return Arrays.stream(ProtocolVersion.values());
    }

    private static boolean wanted(EngineKind engine) {
        return ONLY.isEmpty() || ONLY.equals(engine.toString());
    }
}
