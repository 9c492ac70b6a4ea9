package io.rustls4j.cli.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answers over HTTP/1.1 (RFC 9112).
 *
 * @param code such as 200
 * @param reason such as OK; may be empty
 */
record HttpAnswer(int code, String reason) {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_LINES = 1000;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: (.*))?");

    boolean isError() {
        return code >= 400;
    }

    @Override
    public String toString() {
        return (code + " " + reason).strip();
    }

    /** Reads one answer whole; its content is copied. */
    static HttpAnswer read(InputStream in, OutputStream out) throws IOException {
        HttpAnswer answer = statusLine(in);
        Map<String, String> fields = fields(in);
        while (answer.code >= 100 && answer.code < 200) {
            answer = statusLine(in);
            fields = fields(in);
        }
        if (answer.code != 204 && answer.code != 304) {
            copyContent(in, fields, out);
        }
        out.flush();
        return answer;
    }

    private static HttpAnswer statusLine(InputStream in) throws IOException {
        Matcher line = STATUS_LINE.matcher(line(in));
        if (!line.matches()) {
            throw new IOException("the server does not answer in HTTP/1.1");
        }
        String reason = line.group(2);
        return new HttpAnswer(Integer.parseInt(line.group(1)), reason == null ? "" : reason);
    }

    private static Map<String, String> fields(InputStream in) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (int count = 0; count < MAX_LINES; count++) {
            String line = line(in);
            if (line.isEmpty()) {
                return fields;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("the server's answer has more than " + MAX_LINES + " header fields");
    }

    private static void copyContent(InputStream in, Map<String, String> fields, OutputStream out)
            throws IOException {
        String length = fields.get("content-length");
        if (fields.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            copyChunks(in, out);
        } else if (length != null) {
            copy(in, number(length, 10), out);
        } else {
            in.transferTo(out);
        }
    }

    private static void copyChunks(InputStream in, OutputStream out) throws IOException {
        long size = chunkSize(in);
        while (size > 0) {
            copy(in, size, out);
            if (!line(in).isEmpty()) {
                throw new IOException("a chunk of the server's answer is longer than it says");
            }
            size = chunkSize(in);
        }
        fields(in);
    }

    private static long chunkSize(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private static long number(String text, int radix) throws IOException {
        try {
            // Unlike parseLong it takes no sign but a plus, and a length of 2^63 or more is
            // nobody's.
            long number = Long.parseUnsignedLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a length in the server's answer is not a number", e);
        }
        throw new IOException("a length in the server's answer is too large: " + text);
    }

    private static void copy(InputStream in, long length, OutputStream out) throws IOException {
        byte[] bytes = new byte[16 * 1024];
        for (long left = length; left > 0; ) {
            int count = in.read(bytes, 0, (int) Math.min(bytes.length, left));
            if (count < 0) {
                throw new EOFException("the server's answer ends " + left + " bytes too early");
            }
            out.write(bytes, 0, count);
            left -= count;
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server's answer ends in its head");
            }
            if (line.size() == MAX_LINE) {
                throw new IOException(
                        "a line in the server's answer is longer than " + MAX_LINE + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
