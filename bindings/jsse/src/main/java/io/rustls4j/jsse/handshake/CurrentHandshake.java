package io.rustls4j.jsse.handshake;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tells a callback for which connection it is called. Configurations are shared by connections, and
 * so are the verifiers and resolvers in them; all callbacks come on the thread that drives the
 * handshake, so that a thread's variable finds the connection.
 */
public final class CurrentHandshake {
    private static final ThreadLocal<@Nullable HandshakeView> CURRENT = new ThreadLocal<>();

    private CurrentHandshake() {}

    /** The handshake of this thread. */
    public static HandshakeView get() {
        HandshakeView view = CURRENT.get();
        if (view == null) {
            throw new IllegalStateException("a callback outside of any handshake");
        }
        return view;
    }

    /** Runs a step of a handshake. Managers may do TLS of their own meanwhile: steps nest. */
    public static <T> T during(HandshakeView view, Callable<T> step) throws Exception {
        HandshakeView outer = CURRENT.get();
        CURRENT.set(view);
        try {
            return step.call();
        } finally {
            // Not removed at the end: the next step of a handshake would make the entry anew.
            CURRENT.set(outer);
        }
    }
}
