package io.netty.internal.tcnative;

/** Where sessions are kept: see {@link SSLContext#setSSLSessionCache}. */
public interface SSLSessionCache {
    /**
     * Takes a session, or not.
     *
     * @param ssl the connection that made it
     * @param sslSession the session
     * @return true if the cache keeps it and calls {@link SSLSession#free} in the end
     */
    boolean sessionCreated(long ssl, long sslSession);

    /**
     * Looks up a session, which is freed by {@link SSLSession#free} after use: a cache that keeps
     * it has to call {@link SSLSession#upRef}.
     *
     * @param sslCtx the connection that wants to resume it
     * @param sessionId its id
     * @return the session, or -1 if there is none
     */
    long getSession(long sslCtx, byte[] sessionId);
}
