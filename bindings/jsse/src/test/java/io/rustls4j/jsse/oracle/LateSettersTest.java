package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is set on an engine whose handshake has begun. */
class LateSettersTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void settersTooLate(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.client().engine().beginHandshake();
                    table.client().send(EMPTY);
                    tooLate("client, on its way", table, table.client().engine());
                    table.talk();
                    tooLate("client, done", table, table.client().engine());
                    tooLate("server, done", table, table.server().engine());
                    table.note("client", table.client()::ending);
                    table.note("server", table.server()::ending);
                    Table.exchange(table.client(), table.server(), new byte[] {1, 2, 3});
                });
    }

    private static void tooLate(String when, Table table, SSLEngine engine) {
        table.noteAction(when + " mode", () -> engine.setUseClientMode(!engine.getUseClientMode()));
        table.noteAction(
                when + " protocols",
                () -> engine.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"}));
        table.note(when + " protocols now", engine::getEnabledProtocols);
        table.noteAction(
                when + " suites",
                () ->
                        engine.setEnabledCipherSuites(
                                new String[] {
                                    "TLS_AES_256_GCM_SHA384",
                                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
                                }));
        table.note(when + " suites now", engine::getEnabledCipherSuites);
        table.noteAction(when + " need", () -> engine.setNeedClientAuth(true));
        table.note(when + " need now", engine::getNeedClientAuth);
        table.noteAction(when + " want", () -> engine.setWantClientAuth(true));
        table.note(when + " want now", engine::getWantClientAuth);
        table.note(when + " need then", engine::getNeedClientAuth);
        table.noteAction(when + " creation", () -> engine.setEnableSessionCreation(false));
        table.note(when + " creation now", engine::getEnableSessionCreation);
        table.noteAction(
                when + " parameters", () -> engine.setSSLParameters(engine.getSSLParameters()));
    }
}
