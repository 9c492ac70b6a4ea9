package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.AsyncTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A step in which the application signs in its own time. rustls waits for the signature where it
 * asks for it, so the step has a thread of its own: the one that completes the signature may well
 * be the event loop that must not wait. The application is asked on the thread that Netty runs the
 * task on, all the same.
 */
final class AsyncHandshakeTask extends HandshakeTask implements AsyncTask {
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("rustls4j-signature-", 0).factory());

    AsyncHandshakeTask(Ssl ssl, ReceivedRecord record) {
        super(ssl, record);
    }

    /**
     * Netty goes on at once if the step is complete when this returns, and otherwise as soon as it
     * is told so; but it misses what it is told on another thread just then. So a step that waits
     * for nobody is completed here.
     */
    @Override
    public void runAsync(Runnable completeCallback) {
        SignatureRequests requests = new SignatureRequests();
        AtomicBoolean oneIsDone = new AtomicBoolean();
        CompletableFuture<Void> end = new CompletableFuture<>();
        THREADS.execute(
                () -> {
                    try {
                        requests.during(this);
                    } finally {
                        boolean last = oneIsDone.getAndSet(true);
                        end.complete(null);
                        if (last) {
                            completeCallback.run();
                        }
                    }
                });
        if (requests.serve()) {
            end.join();
        }
        if (oneIsDone.getAndSet(true)) {
            completeCallback.run();
        }
    }
}
