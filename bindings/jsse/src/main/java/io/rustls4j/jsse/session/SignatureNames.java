package io.rustls4j.jsse.session;

import io.rustls4j.SignatureScheme;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSSE's names for signature schemes, which tell less than the schemes do. */
public final class SignatureNames {
    private SignatureNames() {}

    /** The names of the schemes that JSSE has one for, in their order; some come twice. */
    public static String[] of(List<SignatureScheme> schemes) {
        String[] names = new String[schemes.size()];
        int count = 0;
        for (SignatureScheme scheme : schemes) {
            String name = of(scheme);
            if (name != null) {
                names[count++] = name;
            }
        }
        return count == names.length ? names : Arrays.copyOf(names, count);
    }

    /** The name of one scheme; null if JSSE has none, as for those that only test the peer. */
    public static @Nullable String of(SignatureScheme scheme) {
        return switch (scheme.id()) {
            case 0x0403 -> "SHA256withECDSA";
            case 0x0503 -> "SHA384withECDSA";
            case 0x0603 -> "SHA512withECDSA";
            case 0x0807 -> "Ed25519";
            case 0x0808 -> "Ed448";
            case 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b -> "RSASSA-PSS";
            case 0x0401 -> "SHA256withRSA";
            case 0x0501 -> "SHA384withRSA";
            case 0x0601 -> "SHA512withRSA";
            case 0x0904 -> "ML-DSA-44";
            case 0x0905 -> "ML-DSA-65";
            case 0x0906 -> "ML-DSA-87";
            case 0x0402 -> "SHA256withDSA";
            case 0x0303 -> "SHA224withECDSA";
            case 0x0301 -> "SHA224withRSA";
            case 0x0302 -> "SHA224withDSA";
            case 0x0203 -> "SHA1withECDSA";
            case 0x0201 -> "SHA1withRSA";
            case 0x0202 -> "SHA1withDSA";
            case 0x0101 -> "MD5withRSA";
            default -> null;
        };
    }
}
