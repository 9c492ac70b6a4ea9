package io.rustls4j.jsse.parameters;

import io.rustls4j.SignatureScheme;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature scheme of rustls.
 *
 * @param value the scheme
 * @param name its name in JSSE
 * @param keyType the algorithm of keys that sign so, as key managers are asked for it
 * @param algorithm the JCA's name of the signature
 * @param parts what the algorithm's name is made of
 * @param curve the curve that the key has to be on
 * @param minimalKeySize how many bits an RSA key needs for the hash and its padding
 */
public record Scheme(
        SignatureScheme value,
        String name,
        String keyType,
        String algorithm,
        Set<String> parts,
        Optional<Curve> curve,
        int minimalKeySize) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scheme that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** PKCS #1 signs certificates in TLS 1.3, but no handshake. */
    public boolean isForTls13() {
        return !name.startsWith("rsa_pkcs1_");
    }

    /** rustls does without a suite's consent only where suites have no say. */
    public boolean isForTls12() {
        return !name.startsWith("rsa_pss_pss_");
    }

    /** What a PSS signature needs to be told; empty for others, whose algorithm says it all. */
    public Optional<PSSParameterSpec> pssParameters() {
        return algorithm.equals("RSASSA-PSS")
                ? Optional.of(pss(Integer.parseInt(name.substring(name.length() - 3))))
                : Optional.empty();
    }

    /** The salt is as long as the hash (RFC 8446 section 4.2.3). */
    private static PSSParameterSpec pss(int hashBits) {
        String hash = "SHA-" + hashBits;
        return new PSSParameterSpec(
                hash,
                "MGF1",
                new MGF1ParameterSpec(hash),
                hashBits / Byte.SIZE,
                PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
