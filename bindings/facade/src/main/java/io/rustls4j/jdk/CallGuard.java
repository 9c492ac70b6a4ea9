package io.rustls4j.jdk;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets one call at a time into a connection. A close that comes while a call runs waits for nobody:
 * the call does it on its way out.
 */
final class CallGuard {
    private static final int BUSY = 1;
    private static final int CLOSED = 2;

    private final String name;
    private final Runnable release;
    private final AtomicInteger state = new AtomicInteger();
    private volatile @Nullable Thread occupant;

    /**
     * Guards something.
     *
     * @param name what messages call it
     * @param release what is done once, when it is closed and nobody is inside
     */
    CallGuard(String name, Runnable release) {
        this.name = name;
        this.release = release;
    }

    void enter() {
        if (!state.compareAndSet(0, BUSY)) {
            throw refused();
        }
        occupant = Thread.currentThread();
    }

    void exit() {
        occupant = null;
        if (!state.compareAndSet(BUSY, 0)) {
            state.set(CLOSED);
            release.run();
        }
    }

    void close() {
        int before = state.getAndUpdate(now -> now | CLOSED);
        if (before == 0) {
            release.run();
        }
    }

    private IllegalStateException refused() {
        if ((state.get() & CLOSED) != 0) {
            return new IllegalStateException("this " + name + " is closed");
        }
        return occupant == Thread.currentThread()
                ? new IllegalStateException(
                        "this " + name + " was called from one of its own callbacks")
                : new IllegalStateException(
                        "this "
                                + name
                                + " is in use by another thread; it is for one thread at a time");
    }
}
