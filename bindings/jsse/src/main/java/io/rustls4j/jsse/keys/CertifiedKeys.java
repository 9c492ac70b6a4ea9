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
 *
 * <p>Some key managers decrypt their store for each handshake and hand out another object each time
 * ("PKIX" and "NewSunX509" of the JDK). Keys that show their encoding are therefore found by its
 * digest, too, as long as a configuration or an earlier private key object holds what was made.
 */
final class CertifiedKeys {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    /** A key whose certificate is renewed keeps a few of them, and forgets older ones. */
    private static final int USES_PER_KEY = 8;

    private static final int ENCODINGS = 64;

    private final Map<KeyIdentity, Map<Use, MadeKey>> made = new HashMap<>();
    private final Map<Encoding, MadeKey> madeByEncoding = new Latest<>(ENCODINGS);
    private final ReferenceQueue<PrivateKey> dropped = new ReferenceQueue<>();

    /** Empty if the key cannot be used with this chain and these schemes. */
    Optional<CertifiedKey> get(Credential credential, List<SignatureScheme> permitted) {
        PrivateKey privateKey = credential.privateKey();
        if (privateKey.isDestroyed()) {
            LOG.log(Level.DEBUG, "the key of {0} is passed over: it was destroyed", credential);
            return Optional.empty();
        }
        Use use = new Use(credential.chain(), permitted);
        MadeKey.Own answer = find(privateKey, use);
        return (answer == null ? findEqualOrMake(credential, use) : answer).key();
    }

    private MadeKey.Own findEqualOrMake(Credential credential, Use use) {
        Optional<EncodingDigest> digest = EncodingDigest.of(credential.privateKey());
        Encoding encoding = digest.isEmpty() ? null : new Encoding(digest.get(), use);
        MadeKey.Own answer = encoding == null ? null : find(encoding);
        if (answer == null) {
            answer = new MadeKey.Own(CertifiedKeyMaker.make(credential, use.permitted));
        }
        return keep(credential.privateKey(), use, encoding, answer);
    }

    private synchronized MadeKey.@Nullable Own find(PrivateKey privateKey, Use use) {
        forgetDropped();
        Map<Use, MadeKey> uses = made.get(new KeyIdentity(privateKey, dropped));
        MadeKey known = uses == null ? null : uses.get(use);
        return known == null ? null : known.answer();
    }

    private synchronized MadeKey.@Nullable Own find(Encoding encoding) {
        MadeKey known = madeByEncoding.get(encoding);
        MadeKey.Own answer = known == null ? null : known.answer();
        return answer == null || (answer.key().isPresent() && isDestroyed(answer.key().get()))
                ? null
                : answer;
    }

    /** Another object of the same key may sign for this one, until it is destroyed. */
    private static boolean isDestroyed(CertifiedKey key) {
        return key.key() instanceof KeyMaterial.Opaque(ProviderKey signing)
                && signing.key().isDestroyed();
    }

    /** Another thread may have been faster; all take what it has made. */
    private synchronized MadeKey.Own keep(
            PrivateKey privateKey, Use use, @Nullable Encoding encoding, MadeKey.Own answer) {
        MadeKey.Own first = find(privateKey, use);
        if (first == null && encoding != null) {
            first = find(encoding);
        }
        if (first == null) {
            first = answer;
        }
        usesOf(privateKey).put(use, MadeKey.withPrivateKey(first));
        if (encoding != null) {
            madeByEncoding.put(encoding, MadeKey.onLoan(first));
        }
        return first;
    }

    private Map<Use, MadeKey> usesOf(PrivateKey privateKey) {
        KeyIdentity identity = new KeyIdentity(privateKey, dropped);
        Map<Use, MadeKey> uses = made.get(identity);
        if (uses == null) {
            uses = new Latest<>(USES_PER_KEY);
            made.put(identity, uses);
        }
        return uses;
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
    private record Use(List<X509Certificate> chain, List<SignatureScheme> permitted) {
        /** Written out: what the compiler makes of records is spun anew in each process. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Use that
                    && chain.equals(that.chain)
                    && permitted.equals(that.permitted);
        }

        @Override
        public int hashCode() {
            return 31 * chain.hashCode() + permitted.hashCode();
        }
    }

    private record Encoding(EncodingDigest digest, Use use) {
        /** Written out: what the compiler makes of records is spun anew in each process. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Encoding that
                    && digest.equals(that.digest)
                    && use.equals(that.use);
        }

        @Override
        public int hashCode() {
            return digest.hashCode();
        }
    }

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        private final int limit;

        Latest(int limit) {
            super(16, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
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
