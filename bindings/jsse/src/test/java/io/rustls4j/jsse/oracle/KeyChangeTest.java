package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A handshake that is begun on a connection that has had one. */
class KeyChangeTest {
    /**
     * With TLS 1.2 the JDK renegotiates, and rustls does not: the one place where they may differ.
     */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void anotherHandshake(Setting setting) throws Exception {
        if (!setting.isTls13()) {
            renegotiationIsRefused(setting);
            return;
        }
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.noteAction("begins", table.client().engine()::beginHandshake);
                    table.note("status", table.client().engine()::getHandshakeStatus);
                    table.talk();
                    table.noteState("keys changed");
                    Table.exchange(table.client(), table.server(), new byte[] {1, 2, 3});
                    Table.exchange(table.server(), table.client(), new byte[] {4, 5, 6});
                    table.noteAction("server begins", table.server().engine()::beginHandshake);
                    table.talk();
                    table.noteState("keys changed by the server");
                    Table.exchange(table.client(), table.server(), new byte[] {7, 8, 9});
                    Table.exchange(table.server(), table.client(), new byte[] {10, 11, 12});
                });
    }

    private static void renegotiationIsRefused(Setting setting) throws Exception {
        Table table = new Table(setting, Cast.usual());
        table.handshake();
        refusesIfRustls(setting.client(), table.client().engine());
        refusesIfRustls(setting.server(), table.server().engine());
        if (setting.client() == Stack.RUSTLS && setting.server() == Stack.RUSTLS) {
            Table.exchange(table.client(), table.server(), new byte[] {1, 2, 3});
            Table.exchange(table.server(), table.client(), new byte[] {4, 5, 6});
        }
    }

    private static void refusesIfRustls(Stack stack, SSLEngine engine) {
        if (stack == Stack.RUSTLS) {
            assertThat(Outcome.ofAction(engine::beginHandshake))
                    .isEqualTo("throws SSLHandshakeException");
        } else {
            assertThat(Outcome.ofAction(engine::beginHandshake)).isEqualTo("returns");
        }
    }
}
