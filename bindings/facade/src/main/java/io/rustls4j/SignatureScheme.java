package io.rustls4j;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature scheme (RFC 8446 section 4.2.3).
 *
 * @param id the number in the IANA registry, 0 to 65535
 */
public record SignatureScheme(int id) {
    /** ecdsa_secp256r1_sha256. */
    public static final SignatureScheme ECDSA_NISTP256_SHA256 = new SignatureScheme(0x0403);

    /** ecdsa_secp384r1_sha384. */
    public static final SignatureScheme ECDSA_NISTP384_SHA384 = new SignatureScheme(0x0503);

    /** ecdsa_secp521r1_sha512. */
    public static final SignatureScheme ECDSA_NISTP521_SHA512 = new SignatureScheme(0x0603);

    /** ed25519. */
    public static final SignatureScheme ED25519 = new SignatureScheme(0x0807);

    /** ed448. */
    public static final SignatureScheme ED448 = new SignatureScheme(0x0808);

    /** rsa_pss_rsae_sha256. */
    public static final SignatureScheme RSA_PSS_SHA256 = new SignatureScheme(0x0804);

    /** rsa_pss_rsae_sha384. */
    public static final SignatureScheme RSA_PSS_SHA384 = new SignatureScheme(0x0805);

    /** rsa_pss_rsae_sha512. */
    public static final SignatureScheme RSA_PSS_SHA512 = new SignatureScheme(0x0806);

    /** rsa_pss_pss_sha256. */
    public static final SignatureScheme RSA_PSS_PSS_SHA256 = new SignatureScheme(0x0809);

    /** rsa_pss_pss_sha384. */
    public static final SignatureScheme RSA_PSS_PSS_SHA384 = new SignatureScheme(0x080a);

    /** rsa_pss_pss_sha512. */
    public static final SignatureScheme RSA_PSS_PSS_SHA512 = new SignatureScheme(0x080b);

    /** rsa_pkcs1_sha256. */
    public static final SignatureScheme RSA_PKCS1_SHA256 = new SignatureScheme(0x0401);

    /** rsa_pkcs1_sha384. */
    public static final SignatureScheme RSA_PKCS1_SHA384 = new SignatureScheme(0x0501);

    /** rsa_pkcs1_sha512. */
    public static final SignatureScheme RSA_PKCS1_SHA512 = new SignatureScheme(0x0601);

    /** rsa_pkcs1_sha1. */
    public static final SignatureScheme RSA_PKCS1_SHA1 = new SignatureScheme(0x0201);

    /** ecdsa_sha1. */
    public static final SignatureScheme ECDSA_SHA1_LEGACY = new SignatureScheme(0x0203);

    /** mldsa44. */
    public static final SignatureScheme ML_DSA_44 = new SignatureScheme(0x0904);

    /** mldsa65. */
    public static final SignatureScheme ML_DSA_65 = new SignatureScheme(0x0905);

    /** mldsa87. */
    public static final SignatureScheme ML_DSA_87 = new SignatureScheme(0x0906);

    private static final List<Known> KNOWN =
            List.of(
                    new Known(ECDSA_NISTP256_SHA256, "ecdsa_secp256r1_sha256"),
                    new Known(ECDSA_NISTP384_SHA384, "ecdsa_secp384r1_sha384"),
                    new Known(ECDSA_NISTP521_SHA512, "ecdsa_secp521r1_sha512"),
                    new Known(ED25519, "ed25519"),
                    new Known(ED448, "ed448"),
                    new Known(RSA_PSS_SHA256, "rsa_pss_rsae_sha256"),
                    new Known(RSA_PSS_SHA384, "rsa_pss_rsae_sha384"),
                    new Known(RSA_PSS_SHA512, "rsa_pss_rsae_sha512"),
                    new Known(RSA_PSS_PSS_SHA256, "rsa_pss_pss_sha256"),
                    new Known(RSA_PSS_PSS_SHA384, "rsa_pss_pss_sha384"),
                    new Known(RSA_PSS_PSS_SHA512, "rsa_pss_pss_sha512"),
                    new Known(RSA_PKCS1_SHA256, "rsa_pkcs1_sha256"),
                    new Known(RSA_PKCS1_SHA384, "rsa_pkcs1_sha384"),
                    new Known(RSA_PKCS1_SHA512, "rsa_pkcs1_sha512"),
                    new Known(RSA_PKCS1_SHA1, "rsa_pkcs1_sha1"),
                    new Known(ECDSA_SHA1_LEGACY, "ecdsa_sha1"),
                    new Known(ML_DSA_44, "mldsa44"),
                    new Known(ML_DSA_65, "mldsa65"),
                    new Known(ML_DSA_87, "mldsa87"));

    private record Known(SignatureScheme value, String name) {}

    /**
     * Makes the value with a number, known here by name or not.
     *
     * @throws IllegalArgumentException if the number does not fit 16 bits
     */
    public SignatureScheme {
        if (id < 0 || id > 0xffff) {
            throw new IllegalArgumentException("SignatureScheme id " + id + " is not in 0..65535");
        }
    }

    /**
     * The value with a name.
     *
     * @param name a name in the IANA registry's spelling, in any case
     * @return the value, or empty if rustls has none of that name
     */
    public static Optional<SignatureScheme> named(String name) {
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
    public static List<SignatureScheme> known() {
        return KNOWN.stream().map(Known::value).toList();
    }

    /**
     * Compares numbers. Written out, since what the compiler makes of a record costs a process's
     * start some milliseconds.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignatureScheme that && id == that.id;
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
