package io.rustls4j.jsse.context;

import io.rustls4j.CertifiedKey;
import io.rustls4j.jsse.stapling.Staple;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server shows. Both parts equal themselves only.
 *
 * @param key the key as it was made, which is remembered as long as a configuration has it
 * @param staple an OCSP response to go with its certificate
 */
public record ShownKey(CertifiedKey key, Optional<Staple> staple) {
    /** Written out: what the compiler makes of records is spun anew in each process. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShownKey that && key == that.key && staple.equals(that.staple);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(key);
    }

    CertifiedKey certifiedKey() {
        return staple.isPresent() ? staple.get().on(key) : key;
    }
}
