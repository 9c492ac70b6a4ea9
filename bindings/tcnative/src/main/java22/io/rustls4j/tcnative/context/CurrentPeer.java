package io.rustls4j.tcnative.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The connection that is served on this thread: rustls does not say for which one it asks. */
public final class CurrentPeer {
    /** A cell of the JDK's for each thread, which outlives whoever uses this class. */
    private static final ThreadLocal<AtomicReference<@Nullable PeerCallbacks>> CURRENT =
            ThreadLocal.withInitial(AtomicReference::new);

    private CurrentPeer() {}

    /**
     * Serves a connection.
     *
     * @param peer who is asked meanwhile
     * @param step what is done
     * @param <E> what it may throw
     * @throws E what it throws
     */
    public static <E extends Exception> void serve(PeerCallbacks peer, Step<E> step) throws E {
        AtomicReference<@Nullable PeerCallbacks> current = CURRENT.get();
        PeerCallbacks outer = current.getPlain();
        current.setPlain(peer);
        try {
            step.run();
        } finally {
            current.setPlain(outer);
        }
    }

    /**
     * What is done while a connection is served.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Step<E extends Exception> {
        /**
         * Does it.
         *
         * @throws E if it fails
         */
        void run() throws E;
    }

    /**
     * The number of the connection that is served.
     *
     * @return its handle
     * @throws IllegalStateException if none is served on this thread
     */
    public static long handle() {
        return get().handle();
    }

    /**
     * Tells the connection that is served what its step will wait for.
     *
     * @param signature what fails if the connection is freed meanwhile
     * @throws IllegalStateException if none is served on this thread
     */
    public static void await(CompletableFuture<byte[]> signature) {
        get().await(signature);
    }

    static void keyLog(String label, byte[] clientRandom, byte[] secret) {
        get().keyLog(label, clientRandom, secret);
    }

    static PeerCallbacks get() {
        PeerCallbacks peer = CURRENT.get().getPlain();
        if (peer == null) {
            throw new IllegalStateException("rustls asks while no connection is served");
        }
        return peer;
    }
}
