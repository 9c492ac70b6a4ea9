package io.rustls4j.jsse.keys;

import io.rustls4j.CertifiedKey;
import io.rustls4j.KeyMaterial;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a private key, and how firmly it is held. */
sealed interface MadeKey {
    /** Null if it has to be made again. */
    @Nullable Own answer();

    /**
     * For as long as the private key itself. What signs through its provider refers to the private
     * key, and would keep it from being dropped; so it is held only as long as a configuration
     * holds it.
     */
    static MadeKey withPrivateKey(Own made) {
        return made.key().isPresent() && made.key().get().key() instanceof KeyMaterial.Opaque
                ? onLoan(made)
                : made;
    }

    /** For as long as somebody else holds it. */
    static MadeKey onLoan(Own made) {
        return made.key().isPresent() ? new OnLoan(new WeakReference<>(made.key().get())) : made;
    }

    /**
     * Held firmly.
     *
     * @param key a key that rustls has accepted; empty for a private key that cannot be used
     */
    record Own(Optional<CertifiedKey> key) implements MadeKey {
        @Override
        public Own answer() {
            return this;
        }
    }

    /**
     * May go at any time.
     *
     * @param reference where it is, if it is still there
     */
    record OnLoan(WeakReference<CertifiedKey> reference) implements MadeKey {
        @Override
        public @Nullable Own answer() {
            CertifiedKey key = reference.get();
            return key == null ? null : new Own(Optional.of(key));
        }
    }
}
