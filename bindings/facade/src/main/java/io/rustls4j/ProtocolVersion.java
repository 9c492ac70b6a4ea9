package io.rustls4j;

import java.util.Optional;

/** A TLS protocol version that rustls speaks. There is nothing older here than TLS 1.2. */
public enum ProtocolVersion {
    /** TLS 1.2, RFC 5246. */
    TLSV1_2(0x0303, "TLSv1.2"),
    /** TLS 1.3, RFC 8446. */
    TLSV1_3(0x0304, "TLSv1.3");

    private static final Optional<ProtocolVersion> KNOWN_TLSV1_2 = Optional.of(TLSV1_2);
    private static final Optional<ProtocolVersion> KNOWN_TLSV1_3 = Optional.of(TLSV1_3);

    private final int code;
    private final String label;

    ProtocolVersion(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * The version's number on the wire.
     *
     * @return 0x0303 or 0x0304
     */
    public int code() {
        return code;
    }

    /**
     * The version with a number.
     *
     * @param code a version number as it stands on the wire
     * @return the version, or empty for one that rustls does not speak
     */
    public static Optional<ProtocolVersion> of(int code) {
        return switch (code) {
            case 0x0303 -> KNOWN_TLSV1_2;
            case 0x0304 -> KNOWN_TLSV1_3;
            default -> Optional.empty();
        };
    }

    /** Returns the name that JSSE uses, such as {@code TLSv1.3}. */
    @Override
    public String toString() {
        return label;
    }
}
