package io.rustls4j.cli.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a request.
 *
 * @param method such as {@code GET}
 * @param target as it stands in the request line
 * @param minorVersion 0 or 1, of HTTP/1
 * @param fields the header fields by their name in lower case
 */
record HttpRequest(String method, String target, int minorVersion, Map<String, String> fields) {
    HttpRequest {
        fields = Map.copyOf(fields);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether there is more to the request than its head. */
    boolean hasBody() {
        return fields.containsKey("transfer-encoding")
                || !field("content-length").orElse("0").equals("0");
    }

    /**
     * Whether the client wants to send another request on this connection (RFC 9112 section 9.3).
     */
    boolean keepsAlive() {
        String connection = field("connection").orElse("").toLowerCase(Locale.ROOT);
        return minorVersion == 0
                ? connection.contains("keep-alive")
                : !connection.contains("close");
    }
}
