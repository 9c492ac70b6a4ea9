package io.rustls4j.tcnative.calls;

import io.netty.internal.tcnative.SSLSession;

/** What {@link SSLSession} asks of the library: sessions. */
public interface SslSessionCalls {
    /** Behind {@link SSLSession#getTime(long)}. */
    long getTime(long session);

    /** Behind {@link SSLSession#getTimeout(long)}. */
    long getTimeout(long session);

    /** Behind {@link SSLSession#setTimeout(long, long)}. */
    long setTimeout(long session, long seconds);

    /** Behind {@link SSLSession#getSessionId(long)}. */
    byte[] getSessionId(long session);

    /** Behind {@link SSLSession#upRef(long)}. */
    boolean upRef(long session);

    /** Behind {@link SSLSession#free(long)}. */
    void free(long session);

    /** Behind {@link SSLSession#shouldBeSingleUse(long)}. */
    boolean shouldBeSingleUse(long session);
}
