package io.rustls4j.pem;

import java.util.Arrays;

/**
 * One block of a PEM file. The bytes are the block's own array, not a copy, so that the owner of a
 * key can zero them.
 *
 * @param label what stands in the BEGIN line, such as {@code CERTIFICATE}
 * @param der the decoded content
 */
@SuppressWarnings(
        "ArrayRecordComponent") // the array may be a key: who owns it must be able to zero it
public record PemBlock(String label, byte[] der) {
    @Override
    public boolean equals(Object other) {
        return other instanceof PemBlock that
                && label.equals(that.label)
                && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "PemBlock[" + label + ", " + der.length + " bytes]";
    }
}
