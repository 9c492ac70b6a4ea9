package io.rustls4j.cli.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of paths (RFC 3986 section 2.1), without any leniency. */
final class PercentCoding {
    private static final String UNRESERVED = "-._~";

    private PercentCoding() {}

    /** Decodes once. */
    static String decode(String path) throws HttpRefusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                bytes.write(octet(path, i + 1));
                i += 2;
            } else if (c > 0x20 && c < 0x7f) {
                bytes.write(c);
            } else {
                throw new HttpRefusal(
                        HttpStatus.BAD_REQUEST, "a byte in the path is not percent-encoded");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HttpRefusal(HttpStatus.BAD_REQUEST, "the path is not UTF-8");
        }
    }

    /** Encodes one segment of a path. */
    static String encode(String segment) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static int octet(String path, int at) throws HttpRefusal {
        if (at + 2 <= path.length()
                && HexFormat.isHexDigit(path.charAt(at))
                && HexFormat.isHexDigit(path.charAt(at + 1))) {
            return HexFormat.fromHexDigits(path, at, at + 2);
        }
        throw new HttpRefusal(
                HttpStatus.BAD_REQUEST,
                "a % in the path is not followed by two hexadecimal digits");
    }
}
