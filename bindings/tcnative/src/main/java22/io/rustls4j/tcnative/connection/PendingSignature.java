package io.rustls4j.tcnative.connection;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The signature that a step of the handshake waits for, as far as one does. It may never come, and
 * the thread that waits for it holds the connection, so that whoever gives that up ends the wait.
 * Thread-safe.
 */
final class PendingSignature {
    private @Nullable CompletableFuture<byte[]> awaited;
    private boolean abandoned;

    /** A step waits for it from here on; it fails at once if nobody wants it any more. */
    synchronized void await(CompletableFuture<byte[]> signature) {
        awaited = signature;
        if (abandoned) {
            fail(signature);
        }
    }

    /** Nobody wants it any more. */
    synchronized void abandon() {
        abandoned = true;
        if (awaited != null) {
            fail(awaited);
        }
    }

    private static void fail(CompletableFuture<byte[]> signature) {
        signature.completeExceptionally(
                new IllegalStateException(
                        "the connection was freed while the private-key method signed for it"));
    }
}
