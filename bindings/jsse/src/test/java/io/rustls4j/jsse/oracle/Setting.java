package io.rustls4j.jsse.oracle;

import java.util.stream.Stream;

/** Who speaks with whom, and in which version. */
record Setting(Stack client, Stack server, String protocol) {
    static final String TLS_1_2 = "TLSv1.2";
    static final String TLS_1_3 = "TLSv1.3";

    /**
     * All that a scenario is played in. The JDK alone is among them: a scenario that the oracle
     * does not answer twice in the same way asks for too much.
     */
    static Stream<Setting> all() {
        return Stream.of(TLS_1_3, TLS_1_2)
                .flatMap(
                        protocol ->
                                Stream.of(
                                        new Setting(Stack.RUSTLS, Stack.RUSTLS, protocol),
                                        new Setting(Stack.RUSTLS, Stack.JDK, protocol),
                                        new Setting(Stack.JDK, Stack.RUSTLS, protocol),
                                        new Setting(Stack.JDK, Stack.JDK, protocol)));
    }

    Setting oracle() {
        return new Setting(Stack.JDK, Stack.JDK, protocol);
    }

    boolean isTls13() {
        return protocol.equals(TLS_1_3);
    }

    @Override
    public String toString() {
        return protocol + " " + client + "->" + server;
    }
}
