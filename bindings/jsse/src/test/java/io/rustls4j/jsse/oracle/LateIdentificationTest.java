package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An identification algorithm that is set while the handshake goes on, before the peer has shown
 * its certificate: it counts.
 */
class LateIdentificationTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    static Stream<Arguments> changes() {
        return Setting.all()
                .flatMap(
                        setting ->
                                Stream.of(
                                        Arguments.of(setting, "", "HTTPS"),
                                        Arguments.of(setting, "", "LDAPS"),
                                        Arguments.of(setting, "", "nonsense"),
                                        Arguments.of(setting, "HTTPS", "LDAPS"),
                                        Arguments.of(setting, "HTTPS", "nonsense"),
                                        Arguments.of(setting, "HTTPS", "")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theNameAskedFor(Setting setting, String early, String late) throws Exception {
        Oracle.compare(setting, identifying(early), table -> noteClient(table, late));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherName(Setting setting, String early, String late) throws Exception {
        Cast cast = identifying(early).withServerKey(Certificates.OTHER_NAME);
        Oracle.compare(setting, cast, table -> noteClient(table, late));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noName(Setting setting, String early, String late) throws Exception {
        Oracle.compare(
                setting, identifying(early).withHost(null), table -> noteClient(table, late));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aClientThatHasACertificate(Setting setting, String early, String late) throws Exception {
        Cast cast =
                identifying(early)
                        .withServerKey(Certificates.OTHER_NAME)
                        .withClientKey(Certificates.CLIENT)
                        .withServer(engine -> engine.setNeedClientAuth(true));
        Oracle.compare(setting, cast, table -> noteClient(table, late));
    }

    private static Cast identifying(String algorithm) {
        return Cast.usual().withClient(identify(algorithm));
    }

    private static Consumer<SSLEngine> identify(String algorithm) {
        return engine -> {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(algorithm);
            engine.setSSLParameters(parameters);
        };
    }

    private static void noteClient(Table table, String late) throws Exception {
        shake(table, late);
        table.note("client", table.client()::ending);
        table.note("server is done", () -> table.server().finishedBy() != null);
        table.note("server fails", () -> table.server().failure() != null);
        table.noteState("in the end", table.client().engine());
        table.note("session", table.client().engine().getSession()::isValid);
    }

    private static void shake(Table table, String late) throws Exception {
        table.client().engine().beginHandshake();
        table.client().send(EMPTY);
        identify(late).accept(table.client().engine());
        table.talk();
    }

    /** The JDK's provider goes on with sessions of which nobody has checked the name. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void resumed(Setting setting) throws Exception {
        Cast cast = Cast.usual().withServerKey(Certificates.OTHER_NAME);
        Table first = new Table(setting, cast);
        first.connect();
        Table next = first.again();
        shake(next, "HTTPS");
        if (setting.client() == Stack.JDK) {
            assertThat(next.client().failure()).isNull();
        } else {
            assertThat(next.client().failure()).isInstanceOf(SSLHandshakeException.class);
            assertThat(next.server().finishedBy()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void resumedWithTheNameAskedFor(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLSession session = table.connect();
                    session.putValue("kept", "yes");
                    Table next = table.again();
                    shake(next, "HTTPS");
                    table.note("client", next.client()::ending);
                    table.note("kept", () -> next.client().engine().getSession().getValue("kept"));
                });
    }

    /** Who was let in without a name must not come back as one who was identified. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void notResumedWhereItWasWaived(Setting setting) throws Exception {
        assumeTrue(setting.client() == Stack.RUSTLS);
        Table table =
                new Table(setting, identifying("HTTPS").withServerKey(Certificates.OTHER_NAME));
        shake(table, "");
        assertThat(table.client().failure()).isNull();
        Table.exchange(table.server(), table.client(), new byte[] {1, 2, 3});
        Table next = table.again();
        next.client().engine().beginHandshake();
        next.talk();
        assertThat(next.client().failure()).isInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void byServers(Setting setting) throws Exception {
        for (String late : Arrays.asList("HTTPS", "LDAPS", "nonsense")) {
            Cast cast =
                    Cast.usual()
                            .withClientKey(Certificates.CLIENT)
                            .withServer(engine -> engine.setNeedClientAuth(true));
            Oracle.compare(
                    setting,
                    cast,
                    table -> {
                        table.client().engine().beginHandshake();
                        table.client().send(EMPTY);
                        while (table.server().step()) {
                            // The client waits.
                        }
                        identify(late).accept(table.server().engine());
                        table.talk();
                        table.note("server " + late, table.server()::ending);
                        table.noteState("in the end", table.server().engine());
                        table.note("session", table.server().engine().getSession()::isValid);
                    });
        }
    }

    /** The JDK's provider counts those only that were set before the handshake. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void constraints(Setting setting) throws Exception {
        Table table = new Table(setting, Cast.usual());
        table.client().engine().beginHandshake();
        table.client().send(EMPTY);
        SSLParameters parameters = table.client().engine().getSSLParameters();
        parameters.setAlgorithmConstraints(new NothingSigned());
        table.client().engine().setSSLParameters(parameters);
        table.talk();
        if (setting.client() == Stack.JDK) {
            assertThat(table.client().failure()).isNull();
        } else {
            assertThat(table.client().failure()).isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static final class NothingSigned implements AlgorithmConstraints {
        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives,
                String algorithm,
                @Nullable AlgorithmParameters parameters) {
            return !primitives.contains(CryptoPrimitive.SIGNATURE);
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
            return true;
        }

        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives,
                String algorithm,
                Key key,
                @Nullable AlgorithmParameters parameters) {
            return permits(primitives, algorithm, parameters);
        }
    }
}
