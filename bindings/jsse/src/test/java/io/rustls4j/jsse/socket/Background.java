package io.rustls4j.jsse.socket;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** What goes on at the same time. */
final class Background {
    private static final int PATIENCE_SECONDS = 30;
    private static final Set<String> WAITING_IN =
            Set.of("park", "poll", "read0", "write0", "sleepNanos0");

    private Background() {}

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    static Future<?> run(Action action) {
        return call(
                () -> {
                    action.run();
                    return true;
                });
    }

    static <T> Future<T> call(Callable<T> question) {
        return new Running<>(question, Thread.ofPlatform().daemon());
    }

    /** As {@link #call}, having waited until it waits for something itself. */
    static <T> Running<T> blocked(Callable<T> question, Thread.Builder threads)
            throws InterruptedException {
        Running<T> running = new Running<>(question, threads);
        awaitWaiting(running.thread);
        return running;
    }

    static <T> Running<T> blocked(Callable<T> question) throws InterruptedException {
        return blocked(question, Thread.ofPlatform().daemon());
    }

    /** A task that knows its thread. */
    static final class Running<T> extends FutureTask<T> {
        private final Thread thread;

        private Running(Callable<T> question, Thread.Builder threads) {
            super(question);
            thread = threads.start(this);
        }

        void interrupt() {
            thread.interrupt();
        }
    }

    /** What came of it; what it threw is thrown here. */
    static <T> T await(Future<T> running) throws Exception {
        try {
            return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception own) {
                throw own;
            }
            throw e;
        }
    }

    /** Waits until it has waited for quite a while in one place. */
    static void awaitStuck(Thread thread) throws InterruptedException {
        for (int seen = 0; seen < 20; seen = isWaiting(thread) ? seen + 1 : 0) {
            Thread.sleep(10);
        }
    }

    /** Waits until it waits itself: for a peer, for a lock. */
    private static void awaitWaiting(Thread thread) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isWaiting(thread)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(thread + " does not wait: " + thread.getState());
            }
            Thread.sleep(5);
        }
    }

    private static boolean isWaiting(Thread thread) {
        if (thread.isVirtual()) {
            return thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING;
        }
        // A platform thread in the system call that polls is "runnable" to the JVM.
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && WAITING_IN.contains(stack[0].getMethodName());
    }
}
