package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.security.PrivateKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SigningKey} in the shape that JSSE takes. It has no encoding: only {@link
 * OpaqueKeyProvider} can use it.
 */
class OpaqueKey implements PrivateKey {
    private static final long serialVersionUID = 1L;

    private final transient SigningKey signingKey;
    private final transient List<SignatureScheme> schemes;
    private final String algorithm;

    OpaqueKey(SigningKey signingKey, List<SignatureScheme> schemes, String algorithm) {
        this.signingKey = signingKey;
        this.schemes = schemes;
        this.algorithm = algorithm;
    }

    SigningKey signingKey() {
        return signingKey;
    }

    boolean signsWith(SignatureScheme scheme) {
        return schemes.contains(scheme);
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }

    @Override
    public String toString() {
        return "OpaqueKey[" + algorithm + "]";
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a key that stays where it is");
    }
}
