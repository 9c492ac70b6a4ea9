package io.rustls4j.contract;

/**
 * What buffers a side works with.
 *
 * @param shape the kind of memory
 * @param plaintext the size of the buffers for plaintext
 * @param ciphertext the size of the buffers for records
 */
record BufferPlan(BufferShape shape, int plaintext, int ciphertext) {
    /** A record of the largest size: 2^14 bytes, and what protects them (RFC 8446 section 5.2). */
    static final int RECORD = 5 + 16384 + 256;

    static final BufferPlan ROOMY = new BufferPlan(BufferShape.HEAP, 65536, 65536);

    @Override
    public String toString() {
        return shape + " " + plaintext + "/" + ciphertext;
    }
}
