package io.rustls4j;

/**
 * Receives the secrets of connections, so that a capture can be decrypted. Whoever has them reads
 * the traffic. Must be thread-safe; called on the thread that drives the handshake. What it throws
 * is logged and otherwise ignored.
 */
@FunctionalInterface
public interface KeyLog {
    /**
     * One secret, in the parts of a line of the NSS key log format.
     *
     * @param label such as {@code CLIENT_HANDSHAKE_TRAFFIC_SECRET} or {@code CLIENT_RANDOM}
     * @param clientRandom the 32 random bytes of the client's hello
     * @param secret the secret; the callee's copy
     */
    void log(String label, byte[] clientRandom, byte[] secret);
}
