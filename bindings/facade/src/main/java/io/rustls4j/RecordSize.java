package io.rustls4j;

/** How large a TLS record can be. */
final class RecordSize {
    /** Header, plaintext, and the most that RFC 8446 section 5.2 lets encryption add. */
    static final int MAX = 5 + 16384 + 256;

    private RecordSize() {}
}
