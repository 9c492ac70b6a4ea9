package io.rustls4j.jsse.oracle;

import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes that must not come to a connection: how they end on both sides. */
class RefusalTest {
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void unknownAuthority(Setting setting) throws Exception {
        refused(setting, Cast.usual().withClientTrusting(Certificates.STRANGER));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void anotherName(Setting setting) throws Exception {
        Cast cast =
                Cast.usual()
                        .withServerKey(Certificates.OTHER_NAME)
                        .withClient(RefusalTest::checkName);
        refused(setting, cast);
    }

    private static void checkName(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void anotherNameThatNobodyChecks(Setting setting) throws Exception {
        refused(setting, Cast.usual().withServerKey(Certificates.OTHER_NAME));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noNameToCheck(Setting setting) throws Exception {
        refused(setting, Cast.usual().withHost(null).withClient(RefusalTest::checkName));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void expired(Setting setting) throws Exception {
        refused(setting, Cast.usual().withServerKey(Certificates.EXPIRED));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void anotherPurpose(Setting setting) throws Exception {
        refused(setting, Cast.usual().withServerKey(Certificates.FOR_CLIENTS_ONLY));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aServerWithoutAKey(Setting setting) throws Exception {
        refused(setting, Cast.usual().withServerKey(null));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noProtocolInCommon(Setting setting) throws Exception {
        String other = setting.isTls13() ? Setting.TLS_1_2 : Setting.TLS_1_3;
        refused(setting, Cast.usual().withServer(e -> e.setEnabledProtocols(new String[] {other})));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noSuiteInCommon(Setting setting) throws Exception {
        String[] ofClient = {
            setting.isTls13() ? "TLS_AES_128_GCM_SHA256" : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
        };
        String[] ofServer = {
            setting.isTls13() ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
        };
        refused(
                setting,
                Cast.usual()
                        .withClient(engine -> engine.setEnabledCipherSuites(ofClient))
                        .withServer(engine -> engine.setEnabledCipherSuites(ofServer)));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noGroupInCommon(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                Cast.usual().withClient(groups("secp256r1")).withServer(groups("secp384r1")),
                table -> {
                    table.client().engine().beginHandshake();
                    table.talk();
                    // With TLS 1.3 the JDK says unexpected_message, against RFC 8446 section 4.1.1.
                    table.note("client fails", () -> table.client().failure() != null);
                    table.note("server fails", () -> table.server().failure() != null);
                    table.noteState("in the end");
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aGroupAtTheSecondTry(Setting setting) throws Exception {
        refused(
                setting,
                Cast.usual()
                        .withClient(groups("x25519", "secp384r1"))
                        .withServer(groups("secp384r1")));
    }

    private static Consumer<SSLEngine> groups(String... names) {
        return engine -> {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setNamedGroups(names);
            engine.setSSLParameters(parameters);
        };
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noSuiteForTheKey(Setting setting) throws Exception {
        refused(
                setting,
                Cast.usual()
                        .withServerKey(Certificates.RSA_SERVER)
                        .withClient(
                                engine ->
                                        engine.setEnabledCipherSuites(
                                                new String[] {
                                                    "TLS_AES_128_GCM_SHA256",
                                                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
                                                })));
    }

    /** The suites are all of the other version. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noSuiteForTheProtocol(Setting setting) throws Exception {
        String[] suites = {
            setting.isTls13() ? "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" : "TLS_AES_128_GCM_SHA256"
        };
        Oracle.compare(
                setting,
                Cast.usual().withClient(engine -> engine.setEnabledCipherSuites(suites)),
                table -> {
                    table.noteAction("begin", table.client().engine()::beginHandshake);
                    table.noteState("client", table.client().engine());
                    table.talk();
                    table.note("client", table.client()::ending);
                    table.noteState("in the end");
                });
    }

    private static void refused(Setting setting, Cast cast) throws Exception {
        Oracle.compare(
                setting,
                cast,
                table -> {
                    table.noteHandshake();
                    table.noteState("in the end");
                    table.note("client was told", table.client()::receivedAlert);
                    table.note("server was told", table.server()::receivedAlert);
                    table.note("client's session", table.client().engine().getSession()::isValid);
                    table.note("server's session", table.server().engine().getSession()::isValid);
                    table.note("in the making", table.client().engine()::getHandshakeSession);
                });
    }
}
