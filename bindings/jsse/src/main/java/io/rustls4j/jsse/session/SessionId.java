package io.rustls4j.jsse.session;

import java.security.SecureRandom;
import java.util.Arrays;

/** A session's id; equal by its bytes. */
final class SessionId {
    static final SessionId NONE = new SessionId(new byte[0]);

    private static final int RANDOM_BYTES = 32;

    private final byte[] bytes;
    private final int hash;

    /** Takes the bytes as they are; they must not change any more. */
    SessionId(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** An id where TLS has none: nobody can guess it, so that it may name a session to others. */
    static SessionId random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        Source.RANDOM.nextBytes(bytes);
        return new SessionId(bytes);
    }

    /** Seeded when first needed. */
    private static final class Source {
        static final SecureRandom RANDOM = new SecureRandom();
    }

    boolean isNone() {
        return bytes.length == 0;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
