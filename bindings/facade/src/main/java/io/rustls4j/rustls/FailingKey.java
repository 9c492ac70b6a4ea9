package io.rustls4j.rustls;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import java.util.List;

/**
 * Stands for a client's resolver that threw. rustls takes a resolver without an answer for a client
 * without a certificate and goes on; a key that cannot sign makes it fail.
 *
 * @param schemes one that the server accepts, so that the key is tried; one, since a key has one
 *     algorithm
 * @param reason what the resolver threw
 */
record FailingKey(List<SignatureScheme> schemes, Throwable reason) implements SigningKey {
    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) {
        throw new IllegalStateException(reason);
    }
}
