package io.rustls4j.jsse.keys;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** A key in memory that can be destroyed, as the JDK's own cannot. */
final class DestroyedKey implements PrivateKey {
    private static final long serialVersionUID = 1;

    private final transient PrivateKey inside;
    private boolean destroyed;

    DestroyedKey(PrivateKey inside) {
        this.inside = inside;
    }

    @Override
    public void destroy() {
        destroyed = true;
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public String getAlgorithm() {
        return inside.getAlgorithm();
    }

    @Override
    public @Nullable String getFormat() {
        return inside.getFormat();
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return inside.getEncoded();
    }
}
