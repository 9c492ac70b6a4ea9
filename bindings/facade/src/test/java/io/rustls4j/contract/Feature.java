package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.EngineKind;
import io.rustls4j.TlsConfigException;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What not every engine can do, and which one refuses it: the table of differences. A refusal comes
 * when the configuration is built and names the feature.
 */
enum Feature {
    POST_QUANTUM_GROUPS("(?i)X25519MLKEM768", EnumSet.of(EngineKind.JDK)),
    ENCRYPTED_CLIENT_HELLO("(?i)ECH|encrypted client hello", EnumSet.of(EngineKind.JDK)),
    ENCRYPTED_CLIENT_HELLO_GREASE("(?i)ECH|encrypted client hello", EnumSet.of(EngineKind.JDK)),
    KEY_LOG("(?i)key ?log", EnumSet.of(EngineKind.JDK)),
    SESSION_STORE("(?i)session ?store|sessions", EnumSet.of(EngineKind.JDK)),
    TICKET_REQUEST("(?i)ticket", EnumSet.of(EngineKind.JDK)),
    /** Other numbers than 0 and 1, which is what the JDK sends. */
    TICKET_COUNT("(?i)ticket", EnumSet.of(EngineKind.JDK)),
    MAX_TICKET_COUNT("(?i)ticket", EnumSet.of(EngineKind.JDK)),
    UNCHECKED_ALPN("(?i)ALPN|application protocol", EnumSet.of(EngineKind.JDK)),
    SERVER_CA_HINTS("(?i)authorit|certificate_authorities", EnumSet.of(EngineKind.JDK)),
    CERTIFICATE_COMPRESSION("(?i)certificate compression", EnumSet.of(EngineKind.JDK)),
    OCSP_STAPLING("(?i)OCSP", EnumSet.of(EngineKind.JDK));

    private final String named;
    private final Set<EngineKind> refusing;

    Feature(String named, Set<EngineKind> refusing) {
        this.named = named;
        this.refusing = refusing;
    }

    boolean isRefusedBy(EngineKind engine) {
        return refusing.contains(engine);
    }

    boolean isRefusedByOneOf(Pairing pairing) {
        return isRefusedBy(pairing.client()) || isRefusedBy(pairing.server());
    }

    /** Asserts that building a configuration is refused, by the feature's name. */
    void assertRefused(ThrowingCallable build) {
        assertThatThrownBy(build)
                .asInstanceOf(InstanceOfAssertFactories.type(TlsConfigException.class))
                .satisfies(
                        e -> {
                            assertThat(e.reason())
                                    .isEqualTo(TlsConfigException.Reason.UNSUPPORTED_BY_ENGINE);
                            assertThat(e).message().containsPattern(named);
                        });
    }
}
