package io.rustls4j;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TLS cipher suite. The constants are the nine suites that rustls has; a peer may offer others.
 *
 * @param id the number in the IANA registry, 0 to 65535
 */
public record CipherSuite(int id) {
    /** TLS_AES_256_GCM_SHA384. */
    public static final CipherSuite TLS13_AES_256_GCM_SHA384 = new CipherSuite(0x1302);

    /** TLS_AES_128_GCM_SHA256. */
    public static final CipherSuite TLS13_AES_128_GCM_SHA256 = new CipherSuite(0x1301);

    /** TLS_CHACHA20_POLY1305_SHA256. */
    public static final CipherSuite TLS13_CHACHA20_POLY1305_SHA256 = new CipherSuite(0x1303);

    /** TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384. */
    public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 =
            new CipherSuite(0xc02c);

    /** TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256. */
    public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 =
            new CipherSuite(0xc02b);

    /** TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256. */
    public static final CipherSuite TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 =
            new CipherSuite(0xcca9);

    /** TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384. */
    public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 = new CipherSuite(0xc030);

    /** TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
    public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 = new CipherSuite(0xc02f);

    /** TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256. */
    public static final CipherSuite TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 =
            new CipherSuite(0xcca8);

    private static final List<Known> KNOWN =
            List.of(
                    new Known(TLS13_AES_256_GCM_SHA384, "TLS_AES_256_GCM_SHA384"),
                    new Known(TLS13_AES_128_GCM_SHA256, "TLS_AES_128_GCM_SHA256"),
                    new Known(TLS13_CHACHA20_POLY1305_SHA256, "TLS_CHACHA20_POLY1305_SHA256"),
                    new Known(
                            TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
                    new Known(
                            TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                    new Known(
                            TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
                    new Known(
                            TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
                    new Known(
                            TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                    new Known(
                            TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"));

    private record Known(CipherSuite value, String name) {}

    /**
     * Makes the value with a number, known here by name or not.
     *
     * @throws IllegalArgumentException if the number does not fit 16 bits
     */
    public CipherSuite {
        if (id < 0 || id > 0xffff) {
            throw new IllegalArgumentException("CipherSuite id " + id + " is not in 0..65535");
        }
    }

    /**
     * The value with a name.
     *
     * @param name a name in the IANA registry's spelling, in any case
     * @return the value, or empty if rustls has none of that name
     */
    public static Optional<CipherSuite> named(String name) {
        for (Known known : KNOWN) {
            if (known.name.equalsIgnoreCase(name)) {
                return Optional.of(known.value);
            }
        }
        return Optional.empty();
    }

    /**
     * Every value that has a name here.
     *
     * @return an immutable list
     */
    public static List<CipherSuite> known() {
        return KNOWN.stream().map(Known::value).toList();
    }

    /**
     * Whether the suite is for TLS 1.3; the others here are for TLS 1.2. No suite is for both.
     *
     * @return true for TLS 1.3
     */
    public boolean isTls13() {
        return id >>> 8 == 0x13;
    }

    /**
     * Compares numbers. Written out, since what the compiler makes of a record costs a process's
     * start some milliseconds.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CipherSuite that && id == that.id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** Returns the IANA name, or the number as {@code 0x1234} where no name is known here. */
    @Override
    public String toString() {
        for (Known known : KNOWN) {
            if (known.value.id == id) {
                return known.name;
            }
        }
        return String.format("0x%04x", id);
    }
}
