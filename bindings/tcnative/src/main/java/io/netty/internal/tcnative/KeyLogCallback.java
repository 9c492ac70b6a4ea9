package io.netty.internal.tcnative;

/**
 * Is told the secrets of connections: see {@link SSLContext#setKeyLogCallback}. Whoever has them
 * can read all that is sent.
 */
public interface KeyLogCallback {
    /**
     * Takes a secret. What this throws is dropped.
     *
     * @param ssl the connection
     * @param line a line for a key log file, in ASCII
     */
    void handle(long ssl, byte[] line);
}
