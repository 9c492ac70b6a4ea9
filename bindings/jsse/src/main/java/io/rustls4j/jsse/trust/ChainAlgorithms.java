package io.rustls4j.jsse.trust;

import java.io.IOException;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Whether a chain's signatures and keys are strong enough for the JDK and for the application. */
final class ChainAlgorithms {
    private static final Set<CryptoPrimitive> SIGNATURE = EnumSet.of(CryptoPrimitive.SIGNATURE);

    private final List<AlgorithmConstraints> constraints = new ArrayList<>();

    ChainAlgorithms(@Nullable AlgorithmConstraints application, @Nullable SSLSession session)
            throws CertificateException {
        if (session == null) {
            throw new CertificateException("No handshake session");
        }
        if (session instanceof ExtendedSSLSession extended) {
            constraints.add(new OfferedSignatures(extended.getLocalSupportedSignatureAlgorithms()));
        }
        if (application != null) {
            constraints.add(application);
        }
        constraints.add(JdkConstraints.get());
    }

    /** From the top down; a root at the end that is trusted need not be strong itself. */
    void check(X509Certificate[] chain, X509Certificate @Nullable [] trusted)
            throws CertificateException {
        int top = chain.length - 1;
        if (trusted != null && Arrays.asList(trusted).contains(chain[top])) {
            top--;
        }
        try {
            PublicKey issuer = null;
            for (int i = top; i >= 0; i--) {
                checkSignature(chain[i], issuer);
                checkKey(chain[i]);
                issuer = chain[i].getPublicKey();
            }
        } catch (CertPathValidatorException e) {
            throw new CertificateException(
                    "Certificates do not conform to algorithm constraints", e);
        }
    }

    private void checkSignature(X509Certificate certificate, @Nullable PublicKey issuer)
            throws CertPathValidatorException, CertificateException {
        String algorithm = certificate.getSigAlgName();
        AlgorithmParameters parameters = parameters(certificate);
        for (AlgorithmConstraints each : constraints) {
            boolean permitted =
                    issuer == null
                            ? each.permits(SIGNATURE, algorithm, parameters)
                            : each.permits(SIGNATURE, algorithm, issuer, parameters);
            if (!permitted) {
                throw constrained("signature algorithm: " + algorithm, certificate);
            }
        }
    }

    private void checkKey(X509Certificate certificate) throws CertPathValidatorException {
        Set<CryptoPrimitive> uses = uses(certificate);
        PublicKey key = certificate.getPublicKey();
        for (AlgorithmConstraints each : constraints) {
            if (!each.permits(uses, key)) {
                throw constrained("key: " + key.getAlgorithm(), certificate);
            }
        }
    }

    private static CertPathValidatorException constrained(
            String what, X509Certificate certificate) {
        return new CertPathValidatorException(
                "Algorithm constraints check failed on "
                        + what
                        + " of "
                        + certificate.getSubjectX500Principal(),
                null,
                null,
                -1,
                BasicReason.ALGORITHM_CONSTRAINED);
    }

    /** A certificate that does not say what its key is for allows everything. */
    private static Set<CryptoPrimitive> uses(X509Certificate certificate)
            throws CertPathValidatorException {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null) {
            return EnumSet.of(
                    CryptoPrimitive.SIGNATURE,
                    CryptoPrimitive.KEY_ENCAPSULATION,
                    CryptoPrimitive.PUBLIC_KEY_ENCRYPTION,
                    CryptoPrimitive.KEY_AGREEMENT);
        }
        EnumSet<CryptoPrimitive> uses = EnumSet.noneOf(CryptoPrimitive.class);
        // digitalSignature, nonRepudiation, keyCertSign, cRLSign (RFC 5280 section 4.2.1.3)
        if (usage[0] || usage[1] || usage[5] || usage[6]) {
            uses.add(CryptoPrimitive.SIGNATURE);
        }
        if (usage[2]) {
            uses.add(CryptoPrimitive.KEY_ENCAPSULATION);
        }
        if (usage[3]) {
            uses.add(CryptoPrimitive.PUBLIC_KEY_ENCRYPTION);
        }
        if (usage[4]) {
            uses.add(CryptoPrimitive.KEY_AGREEMENT);
        }
        if (uses.isEmpty()) {
            throw new CertPathValidatorException(
                    "the key usage of "
                            + certificate.getSubjectX500Principal()
                            + " allows nothing; digitalSignature is wanted",
                    null,
                    null,
                    -1,
                    PKIXReason.INVALID_KEY_USAGE);
        }
        return uses;
    }

    private static @Nullable AlgorithmParameters parameters(X509Certificate certificate)
            throws CertificateException {
        byte[] encoded = certificate.getSigAlgParams();
        if (encoded == null) {
            return null;
        }
        try {
            AlgorithmParameters parameters =
                    AlgorithmParameters.getInstance(certificate.getSigAlgName());
            parameters.init(encoded);
            return parameters;
        } catch (NoSuchAlgorithmException e) {
            // An algorithm whose parameters this JDK has no class for is judged by its name.
            return null;
        } catch (IOException e) {
            throw new CertificateException(
                    "the parameters of "
                            + certificate.getSigAlgName()
                            + " cannot be parsed: "
                            + e.getMessage(),
                    e);
        }
    }
}
