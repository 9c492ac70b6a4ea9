package io.rustls4j.jsse.keys;

import io.rustls4j.CertifiedKey;
import io.rustls4j.KeyMaterial;
import io.rustls4j.SignatureScheme;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certified keys that were made, so that a handshake makes none. They are found by the private
 * key object and the chain, and go when the application drops the private key. Thread-safe.
 */
final class CertifiedKeys {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    /** A key whose certificate is renewed keeps a few of them, and forgets older ones. */
    private static final int USES_PER_KEY = 8;

    private final Map<KeyIdentity, Map<Use, Made>> made = new HashMap<>();
    private final ReferenceQueue<PrivateKey> dropped = new ReferenceQueue<>();

    /** Empty if the key cannot be used with this chain and these schemes. */
    Optional<CertifiedKey> get(Credential credential, List<SignatureScheme> permitted) {
        if (credential.privateKey().isDestroyed()) {
            LOG.log(Level.DEBUG, "the key of {0} is passed over: it was destroyed", credential);
            return Optional.empty();
        }
        Use use = new Use(credential.chain(), permitted);
        Optional<Made> known = find(credential.privateKey(), use);
        if (known.isPresent()) {
            Optional<CertifiedKey> key = known.get().key();
            if (key.isPresent() || known.get() instanceof Own) {
                return key;
            }
        }
        return keep(credential.privateKey(), use, CertifiedKeyMaker.make(credential, permitted));
    }

    private synchronized Optional<Made> find(PrivateKey privateKey, Use use) {
        forgetDropped();
        return Optional.ofNullable(made.get(new KeyIdentity(privateKey, dropped)))
                .map(uses -> uses.get(use));
    }

    /** Another thread may have been faster; all take what it has made. */
    private synchronized Optional<CertifiedKey> keep(
            PrivateKey privateKey, Use use, Optional<CertifiedKey> key) {
        Map<Use, Made> uses =
                made.computeIfAbsent(new KeyIdentity(privateKey, dropped), it -> new Uses());
        Made earlier = uses.get(use);
        if (earlier != null) {
            Optional<CertifiedKey> faster = earlier.key();
            if (faster.isPresent()) {
                return faster;
            }
        }
        uses.put(use, Made.of(key));
        return key;
    }

    private void forgetDropped() {
        Reference<? extends PrivateKey> next = dropped.poll();
        while (next != null) {
            made.remove(next);
            next = dropped.poll();
        }
    }

    /** How many private keys are remembered. */
    synchronized int size() {
        forgetDropped();
        return made.size();
    }

    /** What one private key was used for. */
    private record Use(List<X509Certificate> chain, List<SignatureScheme> permitted) {}

    private static final class Uses extends LinkedHashMap<Use, Made> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Use, Made> eldest) {
            return size() > USES_PER_KEY;
        }
    }

    private sealed interface Made {
        Optional<CertifiedKey> key();

        /**
         * What signs through its provider refers to the private key, and would keep it from being
         * dropped; so it is held only as long as a configuration holds it.
         */
        static Made of(Optional<CertifiedKey> key) {
            return key.isPresent() && key.get().key() instanceof KeyMaterial.Opaque
                    ? new OnLoan(new WeakReference<>(key.get()))
                    : new Own(key);
        }
    }

    /** A key that rustls has a copy of; or none, of a private key that cannot be used. */
    private record Own(Optional<CertifiedKey> key) implements Made {}

    private record OnLoan(WeakReference<CertifiedKey> reference) implements Made {
        @Override
        public Optional<CertifiedKey> key() {
            return Optional.ofNullable(reference.get());
        }
    }

    /** Equal for the same object; keys have all kinds of notions of equality. */
    private static final class KeyIdentity extends WeakReference<PrivateKey> {
        private final int hash;

        KeyIdentity(PrivateKey key, ReferenceQueue<PrivateKey> queue) {
            super(key, queue);
            this.hash = System.identityHashCode(key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            PrivateKey key = get();
            return key != null && other instanceof KeyIdentity that && that.refersTo(key);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
