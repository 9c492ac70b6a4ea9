package io.rustls4j.tcnative.connection;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What a step that runs on one thread wants to be asked on another. */
final class SignatureRequests {
    private static final ThreadLocal<@Nullable SignatureRequests> CURRENT = new ThreadLocal<>();

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    /** Runs a step; requests made in it are asked by whoever serves. */
    void during(Runnable step) {
        CURRENT.set(this);
        try {
            step.run();
        } finally {
            CURRENT.remove();
            queue.add(SignatureRequests::nothing);
        }
    }

    /** Asks on the thread that serves; on this one, where none does. */
    static void ask(Runnable request) {
        SignatureRequests current = CURRENT.get();
        if (current == null) {
            request.run();
        } else {
            current.queue.add(request);
        }
    }

    /**
     * Asks what comes first on this thread: a step makes one request, or none. An interrupt waits
     * until then, which is as long as rustls needs and no longer.
     */
    void serve() {
        boolean interrupted = false;
        Runnable request = null;
        while (request == null) {
            try {
                request = queue.take();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        request.run();
    }

    private static void nothing() {}
}
