package io.rustls4j.jdk;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one connection's handshake knows that the JDK's callbacks do not tell. Key and trust
 * managers belong to a whole context; they find the connection that they are called for through the
 * thread, on which every task runs inline.
 */
final class HandshakeState {
    private static final ThreadLocal<@Nullable HandshakeState> CURRENT = new ThreadLocal<>();

    private final @Nullable String serverName;
    private @Nullable ParsedHello hello;
    private @Nullable Refusal refusal;
    private @Nullable LoadedKey key;
    private boolean keyAsked;
    private List<X509Certificate> peerChain = List.of();
    private Optional<byte[]> ocspResponse = Optional.empty();

    /**
     * Begins.
     *
     * @param serverName on a client, whom it connects to
     */
    HandshakeState(@Nullable String serverName) {
        this.serverName = serverName;
    }

    static HandshakeState current() {
        HandshakeState state = CURRENT.get();
        if (state == null) {
            throw new IllegalStateException("called outside of a connection");
        }
        return state;
    }

    /**
     * Runs something that may call key and trust managers. Another connection may be driven from in
     * there.
     */
    <E extends Exception> void run(Step<E> step) throws E {
        HandshakeState outer = CURRENT.get();
        CURRENT.set(this);
        try {
            step.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** A step of the handshake. */
    @FunctionalInterface
    interface Step<E extends Exception> {
        void run() throws E;
    }

    String serverName() {
        String name = serverName;
        if (name == null) {
            throw new IllegalStateException("a server has no server name to verify");
        }
        return name;
    }

    @Nullable ParsedHello hello() {
        return hello;
    }

    void hello(ParsedHello parsed) {
        hello = parsed;
    }

    /** Keeps the first reason for which this side gives up. */
    void refuse(Refusal reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    @Nullable Refusal refusal() {
        return refusal;
    }

    /** The key of this side: JSSE asks for each kind of key, but the application chooses once. */
    @Nullable LoadedKey keyOnce(Supplier<@Nullable LoadedKey> choice) {
        if (!keyAsked) {
            keyAsked = true;
            key = choice.get();
        }
        return key;
    }

    @Nullable LoadedKey key() {
        return key;
    }

    void peerChain(List<X509Certificate> chain) {
        peerChain = chain;
    }

    List<X509Certificate> peerChain() {
        return peerChain;
    }

    void ocspResponse(Optional<byte[]> response) {
        ocspResponse = response;
    }

    Optional<byte[]> ocspResponse() {
        return ocspResponse;
    }
}
