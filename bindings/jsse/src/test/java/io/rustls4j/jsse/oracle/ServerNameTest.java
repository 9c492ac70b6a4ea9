package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.parameters.FreshJvm;
import io.rustls4j.testkit.IssuedCertificate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The name that a client asks for, and servers that mind. */
class ServerNameTest {
    private static final String MATCHING = "server\\.test";

    /** Names that both send or do not send, and what is no name at all. */
    private static final List<String> HOSTS =
            List.of(
                    "under_score.test",
                    "server.test.",
                    "server.test..",
                    "localhost.",
                    ".",
                    "m\u00fcnchen.test",
                    "m\u00fcnchen.test.",
                    "-a.test",
                    "a..test",
                    "1.2.3.4",
                    "127.1",
                    "01.1.1.1",
                    "1234",
                    "0x7f",
                    "abc:443",
                    "abc.test:443",
                    "[::1]",
                    "[::1.2.3.4]",
                    "::1",
                    "fe80::1%1",
                    "[server.test]",
                    "server .test",
                    "x".repeat(64) + ".test");

    /** Names that a client of the JDK sends and rustls has for addresses. */
    private static final List<String> NUMBERS =
            List.of("kafka.1", "kafka.1.", "kafka.0x1f", "999.1.1.1", "1.2.3.4.5", "a.0x");

    private static final List<String> IDENTIFIED =
            List.of(
                    "kafka.1",
                    "kafka.1.",
                    "server.test.",
                    "localhost.",
                    "m\u00fcnchen.test",
                    "127.0.0.1",
                    "127.1",
                    "fe80::1%1",
                    "999.1.1.1",
                    "abc:443");

    private static final IssuedCertificate MANY_NAMES =
            Certificates.ROOT
                    .newCertificate()
                    .dns("kafka.1", "server.test", "localhost", "xn--mnchen-3ya.test")
                    .ip("127.0.0.1")
                    .issue();

    /** What rustls is told where there is no name. */
    private static final IssuedCertificate NO_NAME =
            Certificates.ROOT.newCertificate().dns("nameless.invalid").issue();

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void fromTheHost(Setting setting) throws Exception {
        ask(setting, Certificates.SERVER_NAME, engine -> {}, engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void withoutAHost(Setting setting) throws Exception {
        ask(setting, null, engine -> {}, engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void anAddress(Setting setting) throws Exception {
        ask(setting, "127.0.0.1", engine -> {}, engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aNameWithoutADot(Setting setting) throws Exception {
        ask(setting, "localhost", engine -> {}, engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void namedByTheApplication(Setting setting) throws Exception {
        ask(setting, "server.test", asks(new SNIHostName("other.test")), engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void namedWithoutAHost(Setting setting) throws Exception {
        ask(setting, null, asks(new SNIHostName("other.test")), engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void namelessByTheApplication(Setting setting) throws Exception {
        ask(setting, "server.test", asks(), engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void matched(Setting setting) throws Exception {
        ask(setting, "server.test", engine -> {}, matches(MATCHING));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void notMatched(Setting setting) throws Exception {
        ask(setting, "other.test", engine -> {}, matches(MATCHING));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void nothingToMatch(Setting setting) throws Exception {
        ask(setting, null, engine -> {}, matches(MATCHING));
    }

    @ParameterizedTest
    @MethodSource("settingsAndHosts")
    void fromAHostOfAnyKind(Setting setting, String host) throws Exception {
        ask(setting, host, engine -> {}, engine -> {});
    }

    static Stream<Arguments> settingsAndHosts() {
        return Setting.all()
                .flatMap(setting -> HOSTS.stream().map(host -> Arguments.of(setting, host)));
    }

    /** What rustls does not send, all else being the same. */
    @ParameterizedTest
    @MethodSource("protocolsAndNumbers")
    void fromAHostThatEndsInANumber(String protocol, String host) throws Exception {
        Oracle.compare(
                new Setting(Stack.RUSTLS, Stack.JDK, protocol),
                Cast.usual().withHost(host),
                table -> {
                    SSLEngine asking = table.client().engine();
                    table.note("set", () -> asking.getSSLParameters().getServerNames());
                    table.noteHandshake();
                    table.note("client asked for", () -> names(asking));
                    table.note("peer host", asking.getSession()::getPeerHost);
                });
    }

    static Stream<Arguments> protocolsAndNumbers() {
        return Stream.of(Setting.TLS_1_3, Setting.TLS_1_2)
                .flatMap(protocol -> NUMBERS.stream().map(host -> Arguments.of(protocol, host)));
    }

    /** docs/jsse.md says so: what rustls does not send, its servers do not take. */
    @Test
    void aNameThatEndsInANumberIsRefusedByRustls() throws Exception {
        Cast cast = Cast.usual().withHost("kafka.1");
        Table table = new Table(new Setting(Stack.JDK, Stack.RUSTLS, Setting.TLS_1_3), cast);
        table.noteHandshake();
        assertThat(table.client().receivedAlert()).isEqualTo("illegal_parameter");
    }

    /** The manager's identification is by the host that rustls has no name for. */
    @ParameterizedTest
    @MethodSource("settingsAndIdentities")
    void identifiesHostsOfAnyKind(Setting setting, String host, IssuedCertificate shown)
            throws Exception {
        Oracle.compare(
                setting,
                Cast.usual()
                        .withHost(host)
                        .withServerKey(shown)
                        .withClient(ServerNameTest::identifies),
                table -> {
                    table.noteHandshake();
                    table.noteState("in the end");
                });
    }

    static Stream<Arguments> settingsAndIdentities() {
        return Stream.of(Setting.TLS_1_3, Setting.TLS_1_2)
                .map(protocol -> new Setting(Stack.RUSTLS, Stack.JDK, protocol))
                .flatMap(
                        setting ->
                                IDENTIFIED.stream()
                                        .flatMap(
                                                host ->
                                                        Stream.of(MANY_NAMES, NO_NAME)
                                                                .map(
                                                                        shown ->
                                                                                Arguments.of(
                                                                                        setting,
                                                                                        host,
                                                                                        shown))));
    }

    @Test
    void noneIsSentWhereThePropertySaysSo() throws Exception {
        List<String> off =
                FreshJvm.run(ServerNameProgram.class, List.of("-Djsse.enableSNIExtension=false"));
        assertThat(seen(Stack.RUSTLS, off))
                .hasSize(6)
                .contains("usual was asked for: []", "own was asked for: []")
                .isEqualTo(seen(Stack.JDK, off));
    }

    private static List<String> seen(Stack stack, List<String> printed) {
        String prefix = stack + " ";
        return printed.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static void identifies(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }

    private static Consumer<SSLEngine> asks(SNIServerName... names) {
        return engine -> {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setServerNames(List.of(names));
            engine.setSSLParameters(parameters);
        };
    }

    private static Consumer<SSLEngine> matches(String pattern) {
        return engine -> {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setSNIMatchers(List.of(SNIHostName.createSNIMatcher(pattern)));
            engine.setSSLParameters(parameters);
        };
    }

    private static void ask(
            Setting setting,
            @Nullable String host,
            Consumer<SSLEngine> client,
            Consumer<SSLEngine> server)
            throws Exception {
        Oracle.compare(
                setting,
                Cast.usual().withHost(host).withClient(client).withServer(server),
                table -> {
                    SSLEngine asking = table.client().engine();
                    table.note("set", () -> asking.getSSLParameters().getServerNames());
                    table.noteHandshake();
                    table.noteState("in the end");
                    table.note("client was told", table.client()::receivedAlert);
                    table.note("client asked for", () -> names(asking));
                    table.note("server was asked for", () -> names(table.server().engine()));
                    if (table.client().failure() == null) {
                        table.note("peer host", asking.getSession()::getPeerHost);
                        table.note("peer port", asking.getSession()::getPeerPort);
                    }
                });
    }

    private static List<SNIServerName> names(SSLEngine engine) {
        return ((ExtendedSSLSession) engine.getSession()).getRequestedServerNames();
    }
}
