package io.rustls4j.wire;

/**
 * Bytes that do not have the form they should: a message that does not follow the presentation
 * language of RFC 8446 section 3, or another encoding that breaks off.
 */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message which field, and what it should have been
     */
    public MalformedMessageException(String message) {
        super(message);
    }
}
