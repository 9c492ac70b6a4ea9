package io.rustls4j.testkit;

import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The digest by which X.509 identifies keys and issuers (RFC 5280 section 4.2.1.2, RFC 6960 section
 * 4.1.1).
 */
final class Digests {
    private Digests() {}

    static DigestCalculator sha1() {
        try {
            return new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("this JDK has no SHA-1", e);
        }
    }
}
