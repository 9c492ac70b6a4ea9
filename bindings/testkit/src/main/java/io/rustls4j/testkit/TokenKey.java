package io.rustls4j.testkit;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * A private key that shows nothing of itself, as some tokens give them out. Only {@link
 * TokenProvider} can use it.
 */
public final class TokenKey implements PrivateKey {
    private static final long serialVersionUID = 1;

    private final transient PrivateKey inside;

    private TokenKey(PrivateKey inside) {
        this.inside = inside;
    }

    /**
     * Puts a key into the token.
     *
     * @param key any key
     * @return what is seen of it from outside
     */
    public static PrivateKey of(PrivateKey key) {
        return new TokenKey(key);
    }

    PrivateKey inside() {
        return inside;
    }

    @Override
    public String getAlgorithm() {
        return inside.getAlgorithm();
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }
}
