package io.rustls4j.jsse.oracle;

import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The name that a client asks for, and servers that mind. */
class ServerNameTest {
    private static final String MATCHING = "server\\.test";

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
