package io.rustls4j.jsse.socket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;

/** Who wants to hear of a completed handshake. They are told on a thread of their own. */
final class HandshakeListeners {
    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<HandshakeCompletedListener> listeners = new LinkedHashSet<>();

    void add(HandshakeCompletedListener listener) {
        if (listener == null) {
            throw new IllegalArgumentException("listener is null");
        }
        lock.lock();
        try {
            listeners.add(listener);
        } finally {
            lock.unlock();
        }
    }

    void remove(HandshakeCompletedListener listener) {
        if (listener == null) {
            throw new IllegalArgumentException("listener is null");
        }
        lock.lock();
        try {
            if (!listeners.remove(listener)) {
                throw new IllegalArgumentException("listener not registered: " + listener);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A platform thread, as with the JDK's sockets: a listener may block or hold a monitor. */
    void tell(HandshakeCompletedEvent event) {
        List<HandshakeCompletedListener> told = all();
        if (!told.isEmpty()) {
            Thread.ofPlatform()
                    .name("HandshakeCompletedNotify-Thread")
                    .inheritInheritableThreadLocals(false)
                    .start(() -> told.forEach(listener -> tell(listener, event)));
        }
    }

    private List<HandshakeCompletedListener> all() {
        lock.lock();
        try {
            return List.copyOf(listeners);
        } finally {
            lock.unlock();
        }
    }

    private static void tell(HandshakeCompletedListener listener, HandshakeCompletedEvent event) {
        try {
            listener.handshakeCompleted(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener of a handshake has thrown", e);
        }
    }
}
