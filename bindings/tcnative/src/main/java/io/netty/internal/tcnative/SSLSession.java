package io.netty.internal.tcnative;

/**
 * Sessions, which can be resumed. Handles are as in {@link SSL}, and are counted: each {@link
 * #upRef} wants its {@link #free}.
 */
public final class SSLSession {

    private SSLSession() {}

    /**
     * When a session was made.
     *
     * @param session the session
     * @return seconds since 1970
     */
    public static long getTime(long session) {
        return Natives.SSL_SESSION.getTime(session);
    }

    /**
     * How long a session can be resumed.
     *
     * @param session the session
     * @return a number of seconds
     */
    public static long getTimeout(long session) {
        return Natives.SSL_SESSION.getTimeout(session);
    }

    /**
     * Sets how long a session can be resumed.
     *
     * @param session the session
     * @param seconds a number of seconds
     * @return one, for success
     */
    public static long setTimeout(long session, long seconds) {
        return Natives.SSL_SESSION.setTimeout(session, seconds);
    }

    /**
     * The id of a session.
     *
     * @param session the session
     * @return the id
     */
    public static byte[] getSessionId(long session) {
        return Natives.SSL_SESSION.getSessionId(session);
    }

    /**
     * Counts one more who holds a session.
     *
     * @param session the session
     * @return true if that worked
     */
    public static boolean upRef(long session) {
        return Natives.SSL_SESSION.upRef(session);
    }

    /**
     * Counts one less who holds a session, and frees it when there is none.
     *
     * @param session the session
     */
    public static void free(long session) {
        Natives.SSL_SESSION.free(session);
    }

    /**
     * Whether a session should be resumed once only.
     *
     * @param session the session
     * @return true if so
     */
    public static boolean shouldBeSingleUse(long session) {
        return Natives.SSL_SESSION.shouldBeSingleUse(session);
    }
}
