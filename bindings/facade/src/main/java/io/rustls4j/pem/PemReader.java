package io.rustls4j.pem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Finds the blocks in PEM text. Text between blocks is skipped, as RFC 7468 section 2 allows. */
public final class PemReader {
    private static final byte[] BEGIN = ascii("-----BEGIN ");
    private static final byte[] END = ascii("-----END ");
    private static final byte[] DASHES = ascii("-----");

    private PemReader() {}

    /**
     * Reads all blocks. Works on bytes, never on strings, so that no copy of a private key stays
     * behind in one.
     *
     * @param pem the text, in ASCII
     * @return the blocks in order; empty if there is none
     * @throws IllegalArgumentException if a block is not closed or is not Base64
     */
    public static List<PemBlock> read(byte[] pem) {
        List<PemBlock> blocks = new ArrayList<>();
        int at = indexOf(pem, BEGIN, 0);
        while (at >= 0) {
            int labelStart = at + BEGIN.length;
            int labelEnd = indexOf(pem, DASHES, labelStart);
            if (labelEnd < 0) {
                throw new IllegalArgumentException(
                        "a PEM BEGIN line at byte " + at + " does not end with -----");
            }
            String label = text(pem, labelStart, labelEnd);
            int bodyStart = labelEnd + DASHES.length;
            int bodyEnd = indexOf(pem, END, bodyStart);
            if (bodyEnd < 0) {
                throw new IllegalArgumentException(
                        "the PEM block " + label + " at byte " + at + " has no END line");
            }
            int endLabel = bodyEnd + END.length;
            int endLabelEnd = indexOf(pem, DASHES, endLabel);
            if (endLabelEnd < 0 || !text(pem, endLabel, endLabelEnd).equals(label)) {
                throw new IllegalArgumentException(
                        "the PEM block "
                                + label
                                + " at byte "
                                + at
                                + " is closed by another END line");
            }
            blocks.add(new PemBlock(label, decode(label, pem, bodyStart, bodyEnd)));
            at = indexOf(pem, BEGIN, endLabelEnd);
        }
        return blocks;
    }

    private static byte[] decode(String label, byte[] pem, int from, int to) {
        byte[] body = Arrays.copyOfRange(pem, from, to);
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the PEM block " + label + " is not valid Base64", e);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static int indexOf(byte[] text, byte[] wanted, int from) {
        for (int i = from; i <= text.length - wanted.length; i++) {
            if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] pem, int from, int to) {
        return new String(pem, from, to - from, java.nio.charset.StandardCharsets.US_ASCII).strip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
