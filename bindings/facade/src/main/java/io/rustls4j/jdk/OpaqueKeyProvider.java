package io.rustls4j.jdk;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signatures with {@link OpaqueKey}, and with nothing else. */
final class OpaqueKeyProvider extends Provider {
    static final String NAME = "Rustls4jOpaqueKeys";

    private static final long serialVersionUID = 1L;

    private static final List<String> ALGORITHMS =
            List.of(
                    "SHA256withRSA",
                    "SHA384withRSA",
                    "SHA512withRSA",
                    "RSASSA-PSS",
                    "SHA256withECDSA",
                    "SHA384withECDSA",
                    "SHA512withECDSA",
                    "EdDSA",
                    "Ed25519");

    OpaqueKeyProvider() {
        super(NAME, "1.0", "signatures with keys that stay where they are");
        ALGORITHMS.forEach(algorithm -> putService(new SignatureService(this, algorithm)));
    }

    /** Makes its objects itself: the JDK would need a public class in an exported package. */
    private static final class SignatureService extends Service {
        SignatureService(Provider provider, String algorithm) {
            super(
                    provider,
                    "Signature",
                    algorithm,
                    OpaqueSignature.class.getName(),
                    null,
                    Map.of("SupportedKeyClasses", OpaqueKey.class.getName()));
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return new OpaqueSignature(getAlgorithm());
        }

        @Override
        public boolean supportsParameter(@Nullable Object parameter) {
            return parameter instanceof OpaqueKey;
        }
    }
}
