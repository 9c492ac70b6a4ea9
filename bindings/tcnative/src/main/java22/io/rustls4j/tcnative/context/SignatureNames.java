package io.rustls4j.tcnative.context;

import io.rustls4j.SignatureScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signature schemes in OpenSSL's names, which name no curve, as Netty expects them. */
public final class SignatureNames {
    private SignatureNames() {}

    /**
     * OpenSSL's names for schemes, without those that OpenSSL does not know.
     *
     * @param schemes what a peer accepts
     * @return the names, in the same order
     */
    public static String[] openSslNames(List<SignatureScheme> schemes) {
        String[] names = new String[schemes.size()];
        int count = 0;
        for (SignatureScheme scheme : schemes) {
            Optional<String> name = openSslName(scheme);
            if (name.isPresent()) {
                names[count++] = name.get();
            }
        }
        return count == names.length ? names : Arrays.copyOf(names, count);
    }

    /**
     * OpenSSL's name for a scheme.
     *
     * @param scheme the scheme
     * @return such as {@code rsa_pss_rsae_sha256} or {@code ecdsa_sha256}; empty for one that
     *     OpenSSL does not know
     */
    public static Optional<String> openSslName(SignatureScheme scheme) {
        return switch (scheme.id()) {
            case 0x0201 -> Optional.of("rsa_pkcs1_sha1");
            case 0x0203 -> Optional.of("ecdsa_sha1");
            case 0x0401 -> Optional.of("rsa_pkcs1_sha256");
            case 0x0501 -> Optional.of("rsa_pkcs1_sha384");
            case 0x0601 -> Optional.of("rsa_pkcs1_sha512");
            case 0x0403 -> Optional.of("ecdsa_sha256");
            case 0x0503 -> Optional.of("ecdsa_sha384");
            case 0x0603 -> Optional.of("ecdsa_sha512");
            case 0x0804 -> Optional.of("rsa_pss_rsae_sha256");
            case 0x0805 -> Optional.of("rsa_pss_rsae_sha384");
            case 0x0806 -> Optional.of("rsa_pss_rsae_sha512");
            case 0x0807 -> Optional.of("ed25519");
            default -> Optional.empty();
        };
    }
}
