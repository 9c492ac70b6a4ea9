package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.AlgorithmConstraints;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SSLParameters in and out: the same as with SunJSSE, one setting after the other. */
class SslParametersTest {
    private static final AlgorithmConstraints CONSTRAINTS = new Answering(name -> true);

    private final SSLEngine oracle = SunJsse.engine();
    private final ConnectionParameters ours = ConnectionParameters.defaults(ContextKind.TLS, true);

    record Setting(String name, List<Consumer<SSLParameters>> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Setting setting(String name, Consumer<SSLParameters> step) {
        return new Setting(name, List.of(step));
    }

    private static Setting setting(
            String name, Consumer<SSLParameters> first, Consumer<SSLParameters> second) {
        return new Setting(name, List.of(first, second));
    }

    static Stream<Setting> settings() {
        return Stream.of(
                setting("nothing", it -> {}),
                setting("need", it -> it.setNeedClientAuth(true)),
                setting("want", it -> it.setWantClientAuth(true)),
                setting("need, then none", it -> it.setNeedClientAuth(true), it -> {}),
                setting("need and want", SslParametersTest::needAndWant),
                setting("want and not need", SslParametersTest::wantAndNotNeed),
                setting("identification", it -> it.setEndpointIdentificationAlgorithm("HTTPS")),
                setting(
                        "identification, then null",
                        it -> it.setEndpointIdentificationAlgorithm("HTTPS"),
                        it -> {}),
                setting(
                        "identification, then empty",
                        it -> it.setEndpointIdentificationAlgorithm("HTTPS"),
                        it -> it.setEndpointIdentificationAlgorithm("")),
                setting("names", it -> it.setServerNames(List.of(new SNIHostName("a.example")))),
                setting(
                        "names, then null",
                        it -> it.setServerNames(List.of(new SNIHostName("a.example"))),
                        it -> {}),
                setting("no names", it -> it.setServerNames(List.of())),
                setting(
                        "names, then no names",
                        it -> it.setServerNames(List.of(new SNIHostName("a.example"))),
                        it -> it.setServerNames(List.of())),
                setting(
                        "matchers",
                        it -> it.setSNIMatchers(List.of(SNIHostName.createSNIMatcher(".*")))),
                setting("no matchers", it -> it.setSNIMatchers(List.of())),
                setting("ALPN", it -> it.setApplicationProtocols(new String[] {"h2", "x"})),
                setting(
                        "ALPN, then none",
                        it -> it.setApplicationProtocols(new String[] {"h2"}),
                        it -> {}),
                setting("order", it -> it.setUseCipherSuitesOrder(false)),
                setting("retransmissions", it -> it.setEnableRetransmissions(false)),
                setting("packet size 0", it -> it.setMaximumPacketSize(0)),
                setting("packet size 1000", it -> it.setMaximumPacketSize(1000)),
                setting("packet size 99999", it -> it.setMaximumPacketSize(99999)),
                setting("schemes", it -> it.setSignatureSchemes(new String[] {"ed25519", "odd"})),
                setting(
                        "schemes, then null",
                        it -> it.setSignatureSchemes(new String[] {"ed25519"}),
                        it -> {}),
                setting("no schemes", it -> it.setSignatureSchemes(new String[0])),
                setting("groups", it -> it.setNamedGroups(new String[] {"secp384r1", "odd"})),
                setting("no groups", it -> it.setNamedGroups(new String[0])),
                setting("protocols", it -> it.setProtocols(new String[] {"TLSv1.2", "TLSv1"})),
                setting(
                        "protocols, then null",
                        it -> it.setProtocols(new String[] {"TLSv1.2"}),
                        it -> {}),
                setting(
                        "suites",
                        it -> it.setCipherSuites(new String[] {"TLS_RSA_WITH_DES_CBC_SHA"})),
                setting("constraints", it -> it.setAlgorithmConstraints(CONSTRAINTS)),
                setting(
                        "constraints, then null",
                        it -> it.setAlgorithmConstraints(CONSTRAINTS),
                        it -> {}));
    }

    private static void needAndWant(SSLParameters parameters) {
        parameters.setNeedClientAuth(true);
        parameters.setWantClientAuth(true);
    }

    private static void wantAndNotNeed(SSLParameters parameters) {
        parameters.setWantClientAuth(true);
        parameters.setNeedClientAuth(false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void comesOutAsItComesOutOfSunJsse(Setting setting) {
        for (Consumer<SSLParameters> step : setting.steps()) {
            SSLParameters given = new SSLParameters();
            step.accept(given);
            oracle.setSSLParameters(given);
            ours.apply(given);
        }

        SSLParameters expected = oracle.getSSLParameters();
        SSLParameters actual = ours.toSslParameters();
        assertThat(describe(actual)).isEqualTo(describe(expected));
        assertThat(isSet(actual.getAlgorithmConstraints()))
                .isEqualTo(isSet(expected.getAlgorithmConstraints()));
        assertListsAgree(actual, expected, setting);
    }

    private static String describe(SSLParameters it) {
        return Stream.of(
                        it.getNeedClientAuth(),
                        it.getWantClientAuth(),
                        it.getEndpointIdentificationAlgorithm(),
                        it.getServerNames(),
                        it.getSNIMatchers(),
                        List.of(it.getApplicationProtocols()),
                        it.getUseCipherSuitesOrder(),
                        it.getEnableRetransmissions(),
                        it.getMaximumPacketSize(),
                        list(it.getSignatureSchemes()),
                        List.of(it.getProtocols()))
                .map(String::valueOf)
                .toList()
                .toString();
    }

    /** The defaults differ: there are suites and groups that only one of the two has. */
    private static void assertListsAgree(
            SSLParameters actual, SSLParameters expected, Setting setting) {
        if (setting.name().contains("groups")) {
            assertThat(actual.getNamedGroups()).containsExactly(expected.getNamedGroups());
        } else {
            assertThat(actual.getNamedGroups())
                    .containsExactly("X25519MLKEM768", "x25519", "secp256r1", "secp384r1");
        }
        if (setting.name().equals("suites")) {
            assertThat(actual.getCipherSuites()).containsExactly(expected.getCipherSuites());
        } else {
            assertThat(actual.getCipherSuites())
                    .containsExactlyElementsOf(SunJsse.common(expected.getCipherSuites()));
        }
    }

    /**
     * SunJSSE's own constraints, which it shows where the application has set none, do not count.
     */
    private static boolean isSet(@Nullable AlgorithmConstraints constraints) {
        return constraints == CONSTRAINTS;
    }

    private static @Nullable List<String> list(String @Nullable [] names) {
        return names == null ? null : Arrays.asList(names);
    }

    @Test
    void aRoundTripChangesNothing() throws Exception {
        Offer before = ours.offer();
        SSLParameters out = ours.toSslParameters();
        ours.apply(out);

        assertThat(describe(ours.toSslParameters())).isEqualTo(describe(out));
        assertThat(ours.offer()).isSameAs(before);
        assertThat(ours.trustTerms().constraints()).isNull();
    }

    @Test
    void noGroupsSetGoesBackToTheDefault() {
        SSLParameters some = new SSLParameters();
        some.setNamedGroups(new String[] {"secp384r1"});
        ours.apply(some);
        ours.apply(new SSLParameters());

        assertThat(ours.toSslParameters().getNamedGroups())
                .containsExactlyElementsOf(Groups.defaults());
    }

    @Test
    void anUnknownProtocolIsRefused() {
        SSLParameters given = new SSLParameters();
        given.setProtocols(new String[] {"TLSv1.9"});

        assertThatThrownBy(() -> ours.apply(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unsupported protocol: TLSv1.9");
    }

    @Test
    void usualNamesYieldToTheApplications() {
        ours.setDefaultServerNames(List.of(new SNIHostName("usual.example")));
        assertThat(ours.requestedServerNames()).containsExactly(new SNIHostName("usual.example"));

        SSLParameters given = new SSLParameters();
        given.setServerNames(List.of());
        ours.apply(given);
        ours.setDefaultServerNames(List.of(new SNIHostName("usual.example")));

        assertThat(ours.requestedServerNames()).isEmpty();
    }

    @Test
    void aSnapshotStaysAsItWas() {
        ConnectionParameters snapshot = ours.copy();
        ours.setEnabledProtocols(new String[] {"TLSv1.2"});
        ours.setClientAuth(ClientAuth.NEED);

        assertThat(snapshot.enabledProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(snapshot.clientAuth()).isEqualTo(ClientAuth.NONE);
        assertThat(ours.copy().clientAuth()).isEqualTo(ClientAuth.NEED);
    }

    @Test
    void aPacketSizeIsALimitOnlyBelowThatOfTls() {
        assertThat(limit(0)).isZero();
        assertThat(limit(16709)).isZero();
        assertThat(limit(1000)).isEqualTo(1000);
        assertThat(ours.maxFragmentSize()).hasValue(1000 - 24);
        assertThat(limit(1)).isEqualTo(1);
        assertThat(ours.maxFragmentSize()).as("the smallest of rustls").hasValue(32);
        assertThat(limit(16400)).isEqualTo(16400);
        assertThat(ours.maxFragmentSize()).hasValue(16376);
    }

    private int limit(int bytes) {
        SSLParameters given = new SSLParameters();
        given.setMaximumPacketSize(bytes);
        ours.apply(given);
        return ours.maximumPacketSize();
    }
}
