package io.rustls4j.jsse.parameters;

import java.util.OptionalInt;

/**
 * How large a record may be that is sent.
 *
 * @param bytes the size with header and all, as set; or 0
 */
record PacketSize(int bytes) {
    /**
     * What SunJSSE says if nothing was set: a full record with the most that a suite adds to it.
     */
    static final PacketSize DEFAULT = new PacketSize(16709);

    /** What {@link javax.net.ssl.SSLParameters} have before anybody sets it: as large as may be. */
    private static final PacketSize UNSET = new PacketSize(0);

    private static final int HEADER = 5;
    private static final int MAX_FRAGMENT = 16384 + HEADER;
    private static final int MIN_FRAGMENT = 32;

    /** Explicit nonce and tag of TLS 1.2 (RFC 5288 section 3); TLS 1.3 adds less. */
    private static final int MAX_OVERHEAD = 8 + 16;

    /** The size that is set; nearly all connections share one. */
    static PacketSize of(int bytes) {
        return bytes == DEFAULT.bytes ? DEFAULT : bytes == 0 ? UNSET : new PacketSize(bytes);
    }

    boolean isLimit() {
        return bytes != 0 && bytes < MAX_FRAGMENT + MAX_OVERHEAD;
    }

    /** What rustls is to be told: it counts the header and not what encryption adds. */
    OptionalInt maxFragmentSize() {
        return isLimit()
                ? OptionalInt.of(Math.clamp(bytes - MAX_OVERHEAD, MIN_FRAGMENT, MAX_FRAGMENT))
                : OptionalInt.empty();
    }
}
