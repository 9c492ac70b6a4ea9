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
        long handle = TABLE.add(session);
        session.setHandle(handle);
        return handle;
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
     * How many sessions have a number.
     *
     * @return the count
     */
    public static int open() {
        return TABLE.size();
    }

    /**
     * Drops a reference, and with the last one the number.
     *
     * @param handle the session's number
     */
    public static void release(long handle) {
        release(TABLE.get(handle));
    }

    /**
     * Drops a reference, and with the last one the number. It may be a connection's: Netty frees a
     * session as soon as it may not be offered again, and the connection still has it.
     *
     * @param session one that has a number
     */
    public static void release(SslSession session) {
        if (session.release()) {
            TABLE.remove(session.handle());
        }
    }
}
