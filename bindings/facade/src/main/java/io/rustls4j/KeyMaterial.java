package io.rustls4j;

import java.util.Arrays;

/** Where the private key of a {@link CertifiedKey} is. Its {@code toString} never shows a key. */
public sealed interface KeyMaterial {
    /**
     * A key whose bytes are at hand.
     *
     * @param label the PEM label that says how it is encoded: {@code PRIVATE KEY} (PKCS#8), {@code
     *     RSA PRIVATE KEY} (PKCS#1) or {@code EC PRIVATE KEY} (SEC 1)
     * @param der the encoding; the array itself, which {@link CertifiedKey#destroy()} zeroes
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // the array is the key: who owns it must be able to zero it
    record Encoded(String label, byte[] der) implements KeyMaterial {
        @Override
        public boolean equals(Object other) {
            return other instanceof Encoded that
                    && label.equals(that.label)
                    && Arrays.equals(der, that.der);
        }

        @Override
        public int hashCode() {
            return label.hashCode();
        }

        @Override
        public String toString() {
            return "Encoded[" + label + "]";
        }
    }

    /**
     * A key that is asked to sign.
     *
     * @param key what signs
     */
    record Opaque(SigningKey key) implements KeyMaterial {
        @Override
        public String toString() {
            return "Opaque[" + key.schemes() + "]";
        }
    }
}
