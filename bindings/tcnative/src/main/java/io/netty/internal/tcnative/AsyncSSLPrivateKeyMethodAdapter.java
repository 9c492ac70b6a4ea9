package io.netty.internal.tcnative;

import io.rustls4j.tcnative.calls.AnswersAtOnce;

/** Calls a method that answers at once where one that may take its time is wanted. */
final class AsyncSSLPrivateKeyMethodAdapter implements AsyncSSLPrivateKeyMethod, AnswersAtOnce {
    private final SSLPrivateKeyMethod method;

    AsyncSSLPrivateKeyMethodAdapter(SSLPrivateKeyMethod method) {
        if (method == null) {
            throw new NullPointerException("method");
        }
        this.method = method;
    }

    private interface Operation {
        byte[] result() throws Exception;
    }

    @Override
    public void sign(
            long ssl, int signatureAlgorithm, byte[] input, ResultCallback<byte[]> resultCallback) {
        answer(ssl, () -> method.sign(ssl, signatureAlgorithm, input), resultCallback);
    }

    @Override
    public void decrypt(long ssl, byte[] input, ResultCallback<byte[]> resultCallback) {
        answer(ssl, () -> method.decrypt(ssl, input), resultCallback);
    }

    /** Errors are handed on too: whoever waits for the answer would wait for ever. */
    private static void answer(
            long ssl, Operation operation, ResultCallback<byte[]> resultCallback) {
        byte[] result;
        try {
            result = operation.result();
        } catch (Throwable t) {
            resultCallback.onError(ssl, t);
            return;
        }
        resultCallback.onSuccess(ssl, result);
    }
}
