package io.rustls4j;

import java.util.Optional;

/**
 * Where a server keeps sessions, so that several processes can share them (rustls's {@code
 * StoresServerSessions}). Must be thread-safe; called on the thread that drives the handshake. The
 * values are secrets.
 *
 * <p>Only for configurations that agree in all else, above all in which clients they accept: who
 * resumes a session is not verified again, nor asked for a certificate, but is whom the session was
 * made with.
 */
public interface ServerSessionStore {
    /**
     * Keeps a session.
     *
     * @param key the session's key; the callee's copy
     * @param value the session; the callee's copy
     * @return whether it was kept
     */
    boolean put(byte[] key, byte[] value);

    /**
     * Finds a session.
     *
     * @param key the session's key
     * @return the session, at most 65535 bytes, or empty
     */
    Optional<byte[]> get(byte[] key);

    /**
     * Finds a session and forgets it, so that it is used once (RFC 8446 appendix C.4).
     *
     * @param key the session's key
     * @return the session, at most 65535 bytes, or empty
     */
    Optional<byte[]> take(byte[] key);
}
