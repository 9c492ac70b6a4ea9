package io.netty.internal.tcnative;

/**
 * Is told how something ended. One of its methods is called, and once.
 *
 * @param <T> what comes out
 */
public interface ResultCallback<T> {
    /**
     * It worked.
     *
     * @param ssl the connection
     * @param result what came out
     */
    void onSuccess(long ssl, T result);

    /**
     * It failed.
     *
     * @param ssl the connection
     * @param cause why
     */
    void onError(long ssl, Throwable cause);
}
