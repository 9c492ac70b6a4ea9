package io.rustls4j.jdk;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.KeyMaterial;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.TlsConfigException;
import io.rustls4j.wire.MalformedMessageException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a {@link CertifiedKey} into what the JDK takes, or says what is wrong with it. */
final class KeyLoader {
    private KeyLoader() {}

    static List<LoadedKey> loadAll(List<CertifiedKey> keys) {
        return keys.stream().map(KeyLoader::load).toList();
    }

    static LoadedKey load(CertifiedKey certified) {
        Refusals.refuseIf(
                certified.ocspResponse().isPresent(),
                "stapling of an OCSP response (CertifiedKey.withOcspResponse)",
                "leave the response out, or use the rustls engine");
        List<X509Certificate> chain = chain(certified);
        PublicKey publicKey = chain.getFirst().getPublicKey();
        List<SignatureScheme> schemes = KeySchemes.of(publicKey);
        if (schemes.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PRIVATE_KEY,
                    "a key of algorithm "
                            + publicKey.getAlgorithm()
                            + " cannot sign in TLS; wanted is RSA, RSASSA-PSS, EC (P-256, P-384,"
                            + " P-521) or Ed25519");
        }
        return switch (certified.key()) {
            case KeyMaterial.Encoded encoded -> encoded(chain, schemes, encoded);
            case KeyMaterial.Opaque opaque -> opaque(chain, schemes, opaque.key());
        };
    }

    private static LoadedKey encoded(
            List<X509Certificate> chain,
            List<SignatureScheme> schemes,
            KeyMaterial.Encoded encoded) {
        PublicKey publicKey = chain.getFirst().getPublicKey();
        PrivateKey key = decode(encoded, publicKey);
        KeyPairs.check(key, publicKey, schemes.getFirst());
        return new LoadedKey(chain, key, schemes);
    }

    private static LoadedKey opaque(
            List<X509Certificate> chain, List<SignatureScheme> possible, SigningKey signingKey) {
        List<SignatureScheme> able = signingKey.schemes();
        List<SignatureScheme> schemes = possible.stream().filter(able::contains).toList();
        if (schemes.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.KEYS_MISMATCH,
                    "the signing key signs with "
                            + able
                            + ", but its certificate needs one of "
                            + possible);
        }
        return new LoadedKey(
                chain,
                OpaqueKeys.of(signingKey, chain.getFirst().getPublicKey(), schemes),
                schemes);
    }

    private static List<X509Certificate> chain(CertifiedKey certified) {
        List<X509Certificate> chain = new ArrayList<>();
        for (CertificateDer certificate : certified.chain()) {
            try {
                chain.add(certificate.toX509());
            } catch (CertificateException e) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.CERTIFICATE,
                        "certificate "
                                + chain.size()
                                + " of the chain cannot be read: "
                                + e.getMessage(),
                        e);
            }
        }
        return List.copyOf(chain);
    }

    private static PrivateKey decode(KeyMaterial.Encoded encoded, PublicKey publicKey) {
        try {
            byte[] pkcs8 = Pkcs8.of(encoded, publicKey);
            try {
                return KeyFactory.getInstance(factory(Pkcs8.algorithm(pkcs8)))
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } finally {
                Arrays.fill(pkcs8, (byte) 0);
            }
        } catch (MalformedMessageException | GeneralSecurityException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PRIVATE_KEY,
                    "the private key (" + encoded.label() + ") cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** RFC 8017 appendix C, RFC 5480 section 2.1.1 and RFC 8410 section 3 have the numbers. */
    private static String factory(String oid) {
        return switch (oid) {
            case "2a864886f70d010101" -> "RSA";
            case "2a864886f70d01010a" -> "RSASSA-PSS";
            case "2a8648ce3d0201" -> "EC";
            case "2b6570" -> "Ed25519";
            case "2b6571" -> "Ed448";
            default ->
                    throw new TlsConfigException(
                            TlsConfigException.Reason.PRIVATE_KEY,
                            "a private key of an unknown kind (OID "
                                    + oid
                                    + " in hexadecimal); wanted is RSA, RSASSA-PSS, EC or Ed25519");
        };
    }
}
