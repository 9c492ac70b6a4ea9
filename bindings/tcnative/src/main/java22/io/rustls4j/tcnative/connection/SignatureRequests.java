package io.rustls4j.tcnative.connection;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What a step that runs on one thread wants to be asked on another. */
final class SignatureRequests {
    private static final Future<?> NOTHING = CompletableFuture.completedFuture("");
    private static final ThreadLocal<@Nullable SignatureRequests> CURRENT = new ThreadLocal<>();

    private final BlockingQueue<Request> queue = new LinkedBlockingQueue<>();

    private record Request(Runnable question, Future<?> answer) {}

    /** Runs a step; requests made in it are asked by whoever serves. */
    void during(Runnable step) {
        CURRENT.set(this);
        try {
            step.run();
        } finally {
            CURRENT.remove();
            queue.add(new Request(SignatureRequests::nothing, NOTHING));
        }
    }

    /** Asks on the thread that serves; on this one, where none does. */
    static void ask(Runnable question, Future<?> answer) {
        SignatureRequests current = CURRENT.get();
        if (current == null) {
            question.run();
        } else {
            current.queue.add(new Request(question, answer));
        }
    }

    /**
     * Asks what comes first on this thread: a step makes one request, or none. An interrupt waits
     * until then, which is as long as rustls needs and no longer.
     *
     * @return whether the step has nothing to wait for: it made no request, or has its answer
     */
    boolean serve() {
        boolean interrupted = false;
        Request request = null;
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
        request.question().run();
        return request.answer().isDone();
    }

    private static void nothing() {}
}
