package io.rustls4j.tcnative.session;

import io.rustls4j.tcnative.handle.HandleTable;

/** The numbers by which Netty knows sessions. Thread-safe. */
public final class SessionHandles {
    private static final HandleTable<SslSession> TABLE = new HandleTable<>("session");

    private SessionHandles() {}

    /**
     * Gives a session a number; it has one reference, which is the number's.
     *
     * @param session which
     * @return its number
     */
    public static long add(SslSession session) {
        return TABLE.add(session);
    }

    /**
     * Finds a session.
     *
     * @param handle its number
     * @return the session
     */
    public static SslSession get(long handle) {
        return TABLE.get(handle);
    }

    /**
     * Drops a reference, and with the last one the number.
     *
     * @param handle the session's number
     */
    public static void release(long handle) {
        if (TABLE.get(handle).release()) {
            TABLE.remove(handle);
        }
    }
}
