package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.netty.internal.tcnative.ResultCallback;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.tcnative.context.CurrentPeer;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A key that is wherever Netty's private-key method has it.
 *
 * @param method what signs
 * @param schemes with which it can sign
 */
public record PrivateKeyMethodKey(AsyncSSLPrivateKeyMethod method, List<SignatureScheme> schemes)
        implements SigningKey {
    @Override
    public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        CompletableFuture<byte[]> signature = new CompletableFuture<>();
        long ssl = CurrentPeer.handle();
        CurrentPeer.await(signature);
        SignatureRequests.ask(() -> request(ssl, scheme, message, signature), signature);
        try {
            return signature.get();
        } catch (ExecutionException e) {
            throw new SignatureException("the private-key method failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignatureException("interrupted while the private-key method signs", e);
        }
    }

    private void request(
            long ssl, SignatureScheme scheme, byte[] message, CompletableFuture<byte[]> signature) {
        try {
            method.sign(
                    ssl,
                    scheme.id(),
                    message,
                    new ResultCallback<>() {
                        @Override
                        public void onSuccess(long of, byte[] result) {
                            signature.complete(result);
                        }

                        @Override
                        public void onError(long of, Throwable cause) {
                            signature.completeExceptionally(cause);
                        }
                    });
        } catch (RuntimeException | Error e) {
            // The step waits for an answer, and this is one.
            signature.completeExceptionally(e);
        }
    }
}
