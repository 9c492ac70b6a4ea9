package io.rustls4j.cli.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the heads of requests from a connection (RFC 9112). What follows a head stays for the next
 * one.
 */
final class HttpRequestReader {
    private static final int MAX_HEAD = 16 * 1024;
    private static final Pattern REQUEST_LINE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/(\\d)\\.(\\d)");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    private final ReadableByteChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(MAX_HEAD).flip();

    HttpRequestReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** The next request, or empty if the client has ended the connection instead. */
    Optional<HttpRequest> next() throws IOException, HttpRefusal {
        int length = headLength();
        while (length < 0) {
            if (received.remaining() == MAX_HEAD) {
                throw new HttpRefusal(
                        HttpStatus.FIELDS_TOO_LARGE, "a head of more than " + MAX_HEAD + " bytes");
            }
            if (!receive()) {
                return endOfInput();
            }
            length = headLength();
        }
        byte[] head = new byte[length];
        received.get(head);
        return Optional.of(parse(new String(head, StandardCharsets.ISO_8859_1)));
    }

    private Optional<HttpRequest> endOfInput() throws HttpRefusal {
        if (received.hasRemaining()) {
            throw new HttpRefusal(HttpStatus.BAD_REQUEST, "the connection ends inside a request");
        }
        return Optional.empty();
    }

    private boolean receive() throws IOException {
        received.compact();
        try {
            return channel.read(received) >= 0;
        } finally {
            received.flip();
        }
    }

    private int headLength() {
        for (int i = received.position(); i + 4 <= received.limit(); i++) {
            if (received.getInt(i) == 0x0d0a0d0a) {
                return i + 4 - received.position();
            }
        }
        return -1;
    }

    private static HttpRequest parse(String head) throws HttpRefusal {
        String[] lines = head.split("\r\n");
        Matcher line = REQUEST_LINE.matcher(lines.length == 0 ? "" : lines[0]);
        if (!line.matches()) {
            throw new HttpRefusal(
                    HttpStatus.BAD_REQUEST, "the first line is not an HTTP request line");
        }
        if (!line.group(3).equals("1")) {
            throw new HttpRefusal(HttpStatus.VERSION_NOT_SUPPORTED, "HTTP/" + line.group(3));
        }
        int minorVersion = Integer.parseInt(line.group(4));
        HttpRequest request =
                new HttpRequest(line.group(1), line.group(2), minorVersion, fields(lines));
        if (minorVersion > 0 && request.field("host").isEmpty()) {
            throw new HttpRefusal(HttpStatus.BAD_REQUEST, "there is no Host field");
        }
        return request;
    }

    private static Map<String, String> fields(String[] lines) throws HttpRefusal {
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            Matcher field = FIELD.matcher(lines[i]);
            if (!field.matches()) {
                throw new HttpRefusal(
                        HttpStatus.BAD_REQUEST, "a line in the head is not a header field");
            }
            fields.merge(
                    field.group(1).toLowerCase(Locale.ROOT),
                    field.group(2),
                    (a, b) -> a + ", " + b);
        }
        return fields;
    }
}
