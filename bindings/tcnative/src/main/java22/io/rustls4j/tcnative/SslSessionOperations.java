package io.rustls4j.tcnative;

import io.rustls4j.tcnative.calls.SslSessionCalls;
import io.rustls4j.tcnative.session.SessionHandles;

/** {@code SSLSession} on rustls. */
final class SslSessionOperations implements SslSessionCalls {
    @Override
    public long getTime(long session) {
        return SessionHandles.get(session).creationSeconds();
    }

    @Override
    public long getTimeout(long session) {
        return SessionHandles.get(session).timeoutSeconds();
    }

    @Override
    public long setTimeout(long session, long seconds) {
        SessionHandles.get(session).setTimeoutSeconds(seconds);
        return 1;
    }

    @Override
    public byte[] getSessionId(long session) {
        return SessionHandles.get(session).id();
    }

    @Override
    public boolean upRef(long session) {
        SessionHandles.get(session).retain();
        return true;
    }

    @Override
    public void free(long session) {
        SessionHandles.release(session);
    }

    @Override
    public boolean shouldBeSingleUse(long session) {
        return SessionHandles.get(session).isSingleUse();
    }
}
