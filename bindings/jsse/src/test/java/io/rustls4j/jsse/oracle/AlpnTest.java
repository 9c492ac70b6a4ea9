package io.rustls4j.jsse.oracle;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which protocol is spoken on top. */
class AlpnTest {
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void oneInCommon(Setting setting) throws Exception {
        agree(setting, offers("h2", "http/1.1"), offers("http/1.1", "spdy"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void theServersOrder(Setting setting) throws Exception {
        agree(setting, offers("a", "b", "c"), offers("c", "b", "a"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noneInCommon(Setting setting) throws Exception {
        agree(setting, offers("h2"), offers("http/1.1"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void onlyTheClient(Setting setting) throws Exception {
        agree(setting, offers("h2"), engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void onlyTheServer(Setting setting) throws Exception {
        agree(setting, engine -> {}, offers("h2"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void nobody(Setting setting) throws Exception {
        agree(setting, engine -> {}, engine -> {});
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void notAscii(Setting setting) throws Exception {
        agree(setting, offers("h\u00fc", "h2"), offers("h\u00fc"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selected(Setting setting) throws Exception {
        agree(setting, offers("h2", "x"), selects((engine, offered) -> offered.getLast()));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selectorOverList(Setting setting) throws Exception {
        agree(setting, offers("h2", "x"), offers("h2").andThen(selects((engine, offered) -> "x")));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selectorSaysNull(Setting setting) throws Exception {
        agree(setting, offers("h2", "x"), selects((engine, offered) -> null));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selectorSaysNone(Setting setting) throws Exception {
        agree(setting, offers("h2", "x"), selects((engine, offered) -> ""));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selectorSaysUnknown(Setting setting) throws Exception {
        agree(setting, offers("h2", "x"), selects((engine, offered) -> "gopher"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selectorThrows(Setting setting) throws Exception {
        Cast cast =
                Cast.usual()
                        .withClient(offers("h2", "x"))
                        .withServer(
                                selects(
                                        (engine, offered) -> {
                                            throw new UnsupportedOperationException("no choice");
                                        }));
        Oracle.compare(
                setting,
                cast,
                table -> {
                    table.client().engine().beginHandshake();
                    table.talk();
                    // With which exception and alert is nowhere said.
                    table.note("client fails", () -> table.client().failure() != null);
                    table.note("server fails", () -> table.server().failure() != null);
                    table.noteState("in the end");
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void selectorIsNotAskedWithoutAnOffer(Setting setting) throws Exception {
        agree(setting, engine -> {}, selects((engine, offered) -> null));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void whatASelectorSees(Setting setting) throws Exception {
        StringBuilder seen = new StringBuilder();
        Cast cast =
                Cast.usual()
                        .withClient(offers("h2", "x"))
                        .withServer(
                                selects(
                                        (engine, offered) -> {
                                            seen.append(offered)
                                                    .append(
                                                            engine
                                                                    .getHandshakeApplicationProtocol())
                                                    .append(engine.getApplicationProtocol())
                                                    .append(sessionSeen(engine));
                                            return "h2";
                                        }));
        Oracle.compare(
                setting,
                cast,
                table -> {
                    seen.setLength(0);
                    table.noteHandshake();
                    table.note("seen", seen::toString);
                });
    }

    private static String sessionSeen(SSLEngine engine) {
        return engine.getHandshakeSession() == null
                ? "no session"
                : engine.getHandshakeSession().getProtocol();
    }

    private static Consumer<SSLEngine> offers(String... protocols) {
        return engine -> {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setApplicationProtocols(protocols);
            engine.setSSLParameters(parameters);
        };
    }

    private static Consumer<SSLEngine> selects(
            BiFunction<SSLEngine, List<String>, @Nullable String> selector) {
        return engine -> engine.setHandshakeApplicationProtocolSelector(selector);
    }

    private static void agree(
            Setting setting, Consumer<SSLEngine> client, Consumer<SSLEngine> server)
            throws Exception {
        Oracle.compare(
                setting,
                Cast.usual().withClient(client).withServer(server),
                table -> {
                    noteProtocols(table, "before");
                    table.client().engine().beginHandshake();
                    noteProtocols(table, "begun");
                    table.noteHandshake();
                    noteProtocols(table, "after");
                    table.note("client was told", table.client()::receivedAlert);
                    table.noteState("in the end");
                });
    }

    private static void noteProtocols(Table table, String when) {
        SSLEngine client = table.client().engine();
        SSLEngine server = table.server().engine();
        table.note(when + " client", client::getApplicationProtocol);
        table.note(when + " client, handshake", client::getHandshakeApplicationProtocol);
        table.note(when + " server", server::getApplicationProtocol);
        table.note(when + " server, handshake", server::getHandshakeApplicationProtocol);
    }
}
