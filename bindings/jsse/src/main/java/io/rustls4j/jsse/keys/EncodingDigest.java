package io.rustls4j.jsse.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells that two private key objects are the same key, without keeping any of it.
 *
 * @param hex the SHA-256 of the PKCS#8 encoding
 */
record EncodingDigest(String hex) {
    /** Written out: what the compiler makes of records is spun anew in each process. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EncodingDigest that && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /** Empty if the key does not show its encoding. */
    static Optional<EncodingDigest> of(PrivateKey key) {
        byte[] encoded = "PKCS#8".equals(key.getFormat()) ? key.getEncoded() : null;
        if (encoded == null) {
            return Optional.empty();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            return Optional.of(new EncodingDigest(HexFormat.of().formatHex(digest)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** A digest of a secret is not for logs either. */
    @Override
    public String toString() {
        return "EncodingDigest";
    }
}
