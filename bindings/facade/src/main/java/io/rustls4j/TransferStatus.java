package io.rustls4j;

/**
 * What one {@code wrap} or {@code unwrap} came to. How much was moved is told by the buffers'
 * positions.
 */
public enum TransferStatus {
    /** The input was used up, and the connection can go on. */
    OK,
    /** The output buffer is too small to go on: drain it, or bring a larger one, and call again. */
    OUTPUT_FULL,
    /**
     * From {@code unwrap}: the peer has sent close_notify and everything before it is delivered.
     * Nothing more will come.
     */
    CLOSED
}
