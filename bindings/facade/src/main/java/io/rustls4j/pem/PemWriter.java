package io.rustls4j.pem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Writes PEM, for the upstream functions that take nothing else. */
public final class PemWriter {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private PemWriter() {}

    /**
     * Writes one block.
     *
     * @param label what the BEGIN line says
     * @param der the content
     * @return the text in ASCII; whoever asked for a private key zeroes it
     */
    public static byte[] write(String label, byte[] der) {
        byte[] begin = ascii("-----BEGIN " + label + "-----\n");
        byte[] body = BASE64.encode(der);
        byte[] end = ascii("\n-----END " + label + "-----\n");
        byte[] pem = Arrays.copyOf(begin, begin.length + body.length + end.length);
        System.arraycopy(body, 0, pem, begin.length, body.length);
        System.arraycopy(end, 0, pem, begin.length + body.length, end.length);
        Arrays.fill(body, (byte) 0);
        return pem;
    }

    /**
     * Writes blocks that are no secret, all with one label.
     *
     * @param label what the BEGIN lines say
     * @param ders the contents, in order
     * @return the text in ASCII
     */
    public static byte[] writeAll(String label, List<byte[]> ders) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] der : ders) {
            out.writeBytes(write(label, der));
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
