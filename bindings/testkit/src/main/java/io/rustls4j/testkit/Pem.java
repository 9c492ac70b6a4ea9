package io.rustls4j.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes PEM (RFC 7468). */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static byte[] encode(String label, byte[] der) {
        String text =
                "-----BEGIN "
                        + label
                        + "-----\n"
                        + LINES.encodeToString(der)
                        + "\n-----END "
                        + label
                        + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
