package io.rustls4j.jdk;

/** A message that does not follow the presentation language of RFC 8446 section 3. */
final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }
}
