package io.rustls4j.jsse.keys;

import io.rustls4j.NamedGroup;
import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.parameters.Scheme;
import io.rustls4j.jsse.parameters.Schemes;
import java.security.AlgorithmParameters;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a key can sign with on rustls, best first. There is nothing for Ed448 and DSA. RSASSA-PSS
 * keys sign through their provider, with schemes that rustls passes on without knowing them.
 */
final class Abilities {
    private static final List<SignatureScheme> RSA =
            List.of(
                    SignatureScheme.RSA_PSS_SHA512,
                    SignatureScheme.RSA_PSS_SHA384,
                    SignatureScheme.RSA_PSS_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA512,
                    SignatureScheme.RSA_PKCS1_SHA384,
                    SignatureScheme.RSA_PKCS1_SHA256);

    private static final List<SignatureScheme> PSS =
            List.of(
                    SignatureScheme.RSA_PSS_PSS_SHA512,
                    SignatureScheme.RSA_PSS_PSS_SHA384,
                    SignatureScheme.RSA_PSS_PSS_SHA256);

    private static final List<KnownCurve> CURVES =
            List.of(
                    new KnownCurve(
                            curveNamed("secp256r1"),
                            NamedGroup.SECP256R1,
                            SignatureScheme.ECDSA_NISTP256_SHA256),
                    new KnownCurve(
                            curveNamed("secp384r1"),
                            NamedGroup.SECP384R1,
                            SignatureScheme.ECDSA_NISTP384_SHA384),
                    new KnownCurve(
                            curveNamed("secp521r1"),
                            NamedGroup.SECP521R1,
                            SignatureScheme.ECDSA_NISTP521_SHA512));

    private Abilities() {}

    private record KnownCurve(EllipticCurve curve, NamedGroup group, SignatureScheme scheme) {}

    static List<SignatureScheme> of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getAlgorithm().equals("RSA") -> longEnough(RSA, rsa);
            case RSAPublicKey pss when pss.getAlgorithm().equals("RSASSA-PSS") ->
                    fitting(longEnough(PSS, pss), pss);
            case ECPublicKey ec -> {
                Optional<KnownCurve> curve = known(ec);
                yield curve.isPresent() ? List.of(curve.get().scheme) : List.of();
            }
            case EdECPublicKey ed when ed.getParams().getName().equals("Ed25519") ->
                    List.of(SignatureScheme.ED25519);
            default -> List.of();
        };
    }

    private static List<SignatureScheme> longEnough(
            List<SignatureScheme> schemes, RSAPublicKey key) {
        List<SignatureScheme> possible = new ArrayList<>();
        for (SignatureScheme scheme : schemes) {
            if (known(scheme).minimalKeySize() <= key.getModulus().bitLength()) {
                possible.add(scheme);
            }
        }
        return List.copyOf(possible);
    }

    private static List<SignatureScheme> fitting(List<SignatureScheme> schemes, RSAPublicKey key) {
        List<SignatureScheme> possible = new ArrayList<>();
        for (SignatureScheme scheme : schemes) {
            if (fits(scheme, key)) {
                possible.add(scheme);
            }
        }
        return List.copyOf(possible);
    }

    /** The curve of a key, if it is on one. */
    static Optional<NamedGroup> curve(PublicKey key) {
        return key instanceof ECPublicKey ec ? known(ec).map(KnownCurve::group) : Optional.empty();
    }

    private static Optional<KnownCurve> known(ECPublicKey key) {
        EllipticCurve curve = key.getParams().getCurve();
        for (KnownCurve known : CURVES) {
            if (known.curve.equals(curve)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** A key may be bound to a hash and a shortest salt (RFC 4055 section 3.3). */
    private static boolean fits(SignatureScheme scheme, RSAPublicKey key) {
        return switch (key.getParams()) {
            case PSSParameterSpec bound -> {
                PSSParameterSpec used = known(scheme).pssParameters().orElseThrow();
                yield used.getDigestAlgorithm().equalsIgnoreCase(bound.getDigestAlgorithm())
                        && bound.getMGFParameters() instanceof MGF1ParameterSpec mask
                        && used.getDigestAlgorithm().equalsIgnoreCase(mask.getDigestAlgorithm())
                        && used.getSaltLength() >= bound.getSaltLength();
            }
            case null, default -> true;
        };
    }

    private static Scheme known(SignatureScheme scheme) {
        return Schemes.toSign(scheme).orElseThrow();
    }

    private static EllipticCurve curveNamed(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
        } catch (NoSuchAlgorithmException | InvalidParameterSpecException e) {
            throw new IllegalStateException(
                    "no security provider knows the curve " + name + ", which TLS needs", e);
        }
    }
}
