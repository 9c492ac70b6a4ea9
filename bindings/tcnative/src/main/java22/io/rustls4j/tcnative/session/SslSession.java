package io.rustls4j.tcnative.session;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * OpenSSL's {@code SSL_SESSION}: what Netty's caches hold. rustls shows no sessions, so a client's
 * is a configuration with a memory of its own, of one server; a server's is only an identifier.
 * Counted by references, as OpenSSL's. Thread-safe.
 */
public final class SslSession {
    private final byte[] id;
    private final boolean tls13;
    private final Optional<SharedMemory> memory;
    private final long creationSeconds;
    private final AtomicInteger references = new AtomicInteger(1);
    private volatile long timeoutSeconds;
    private volatile long handle;

    /**
     * Creates a session with one reference.
     *
     * @param id its identifier, 1 to 32 bytes
     * @param tls13 whether it is one of TLS 1.3
     * @param timeoutSeconds how long it is good
     * @param memory where a client's is kept; a reference to it is taken
     */
    public SslSession(
            byte[] id, boolean tls13, long timeoutSeconds, Optional<SharedMemory> memory) {
        this.id = id.clone();
        this.tls13 = tls13;
        this.timeoutSeconds = timeoutSeconds;
        this.memory = memory;
        this.creationSeconds =
                memory.map(SharedMemory::fullHandshakeSeconds).orElseGet(Seconds::now);
        memory.ifPresent(SharedMemory::retain);
    }

    void setHandle(long number) {
        handle = number;
    }

    long handle() {
        return handle;
    }

    /**
     * The identifier.
     *
     * @return a copy of its bytes
     */
    public byte[] id() {
        return id.clone();
    }

    /**
     * When the full handshake was that it goes back to.
     *
     * @return seconds since the epoch
     */
    public long creationSeconds() {
        return creationSeconds;
    }

    /**
     * How long it is good.
     *
     * @return seconds
     */
    public long timeoutSeconds() {
        return timeoutSeconds;
    }

    /**
     * Sets how long it is good.
     *
     * @param seconds how long
     */
    public void setTimeoutSeconds(long seconds) {
        timeoutSeconds = seconds;
    }

    /**
     * Whether it is too late to resume it, or too early, which is a clock that was put back.
     *
     * @return true if so
     */
    public boolean hasTimedOut() {
        long age = Seconds.now() - creationSeconds;
        return age < 0 || age >= timeoutSeconds;
    }

    /**
     * Whether it should be used once (RFC 8446 appendix C.4).
     *
     * @return true for TLS 1.3
     */
    public boolean isSingleUse() {
        return tls13;
    }

    /**
     * Where a client's session is kept.
     *
     * @return empty for a server's
     */
    public Optional<SharedMemory> memory() {
        return memory;
    }

    /** Adds a reference. */
    public void retain() {
        references.incrementAndGet();
    }

    /** Drops a reference; true if it was the last. Only the numbers know what else goes then. */
    boolean release() {
        boolean last = references.decrementAndGet() == 0;
        if (last) {
            memory.ifPresent(SharedMemory::release);
        }
        return last;
    }
}
