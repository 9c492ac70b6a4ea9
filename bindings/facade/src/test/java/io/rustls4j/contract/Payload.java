package io.rustls4j.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Bytes to send: the same for the same size, and no two parts of them alike. */
final class Payload {
    private Payload() {}

    static byte[] of(int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        return bytes;
    }

    /** For comparing payloads that are too large to be shown. */
    static String digest(byte[] bytes) {
        try {
            return bytes.length
                    + " bytes, SHA-256 "
                    + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
