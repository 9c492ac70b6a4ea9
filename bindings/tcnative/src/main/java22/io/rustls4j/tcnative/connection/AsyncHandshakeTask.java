package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.AsyncTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    @Override
    public void runAsync(Runnable completeCallback) {
        SignatureRequests requests = new SignatureRequests();
        THREADS.execute(
                () -> {
                    try {
                        requests.during(this);
                    } finally {
                        completeCallback.run();
                    }
                });
        requests.serve();
    }
}
