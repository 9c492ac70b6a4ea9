package io.rustls4j;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key-exchange group (RFC 8446 section 4.2.7), by its number in the IANA registry.
 *
 * @param id the number in the IANA registry, 0 to 65535
 */
public record NamedGroup(int id) {
    /** X25519MLKEM768. */
    public static final NamedGroup X25519MLKEM768 = new NamedGroup(0x11ec);

    /** SecP256r1MLKEM768. */
    public static final NamedGroup SECP256R1MLKEM768 = new NamedGroup(0x11eb);

    /** x25519. */
    public static final NamedGroup X25519 = new NamedGroup(0x001d);

    /** secp256r1. */
    public static final NamedGroup SECP256R1 = new NamedGroup(0x0017);

    /** secp384r1. */
    public static final NamedGroup SECP384R1 = new NamedGroup(0x0018);

    /** secp521r1. */
    public static final NamedGroup SECP521R1 = new NamedGroup(0x0019);

    /** x448. */
    public static final NamedGroup X448 = new NamedGroup(0x001e);

    /** ffdhe2048. */
    public static final NamedGroup FFDHE2048 = new NamedGroup(0x0100);

    /** ffdhe3072. */
    public static final NamedGroup FFDHE3072 = new NamedGroup(0x0101);

    /** ffdhe4096. */
    public static final NamedGroup FFDHE4096 = new NamedGroup(0x0102);

    /** MLKEM768. */
    public static final NamedGroup MLKEM768 = new NamedGroup(0x0201);

    /** MLKEM1024. */
    public static final NamedGroup MLKEM1024 = new NamedGroup(0x0202);

    private static final List<Known> KNOWN =
            List.of(
                    new Known(X25519MLKEM768, "X25519MLKEM768"),
                    new Known(SECP256R1MLKEM768, "SecP256r1MLKEM768"),
                    new Known(X25519, "x25519"),
                    new Known(SECP256R1, "secp256r1"),
                    new Known(SECP384R1, "secp384r1"),
                    new Known(SECP521R1, "secp521r1"),
                    new Known(X448, "x448"),
                    new Known(FFDHE2048, "ffdhe2048"),
                    new Known(FFDHE3072, "ffdhe3072"),
                    new Known(FFDHE4096, "ffdhe4096"),
                    new Known(MLKEM768, "MLKEM768"),
                    new Known(MLKEM1024, "MLKEM1024"));

    private record Known(NamedGroup value, String name) {}

    /**
     * Makes the value with a number, known here by name or not.
     *
     * @throws IllegalArgumentException if the number does not fit 16 bits
     */
    public NamedGroup {
        if (id < 0 || id > 0xffff) {
            throw new IllegalArgumentException("NamedGroup id " + id + " is not in 0..65535");
        }
    }

    /**
     * The value with a name.
     *
     * @param name a name in the IANA registry's spelling, in any case
     * @return the value, or empty if rustls has none of that name
     */
    public static Optional<NamedGroup> named(String name) {
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
    public static List<NamedGroup> known() {
        return KNOWN.stream().map(Known::value).toList();
    }

    /**
     * Compares numbers. Written out, since what the compiler makes of a record costs a process's
     * start some milliseconds.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedGroup that && id == that.id;
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
