package io.rustls4j.tcnative.certificate;

import io.rustls4j.CipherSuite;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException;
import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of keys go with suites and signature schemes, in the words of TLS and of Netty. */
public final class KeyTypes {
    private static final String ECDHE_RSA = "ECDHE_RSA";
    private static final String ECDHE_ECDSA = "ECDHE_ECDSA";
    private static final String UNKNOWN = "UNKNOWN";

    // ClientCertificateType, RFC 5246 section 7.4.4 and RFC 8422 section 5.5.
    private static final byte RSA_SIGN = 1;
    private static final byte ECDSA_SIGN = 64;

    /** In the order in which OpenSSL signs: what costs least first. */
    private static final List<SignatureScheme> RSA_SCHEMES =
            List.of(
                    SignatureScheme.RSA_PSS_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA256,
                    SignatureScheme.RSA_PSS_SHA384,
                    SignatureScheme.RSA_PKCS1_SHA384,
                    SignatureScheme.RSA_PSS_SHA512,
                    SignatureScheme.RSA_PKCS1_SHA512);

    private static final List<SignatureScheme> RSA_PSS_SCHEMES =
            List.of(
                    SignatureScheme.RSA_PSS_PSS_SHA256,
                    SignatureScheme.RSA_PSS_PSS_SHA384,
                    SignatureScheme.RSA_PSS_PSS_SHA512);

    private static final Set<SignatureScheme> PKCS1_SCHEMES =
            Set.of(
                    SignatureScheme.RSA_PKCS1_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA384,
                    SignatureScheme.RSA_PKCS1_SHA512);

    private enum Kind {
        RSA,
        ECDSA
    }

    private KeyTypes() {}

    /**
     * How keys are exchanged and the server signs: what Netty looks for a server's key by.
     *
     * @param suites the suites that may be used, by preference
     * @param peerSchemes the schemes that the peer takes; none if they are not known
     * @return {@code ECDHE_ECDSA} and {@code ECDHE_RSA}, as far as there is a suite and a scheme
     *     for it, in the order of the suites. A suite of TLS 1.3 goes with any key, and is counted
     *     for both.
     */
    public static Set<String> authenticationMethods(
            List<CipherSuite> suites, List<SignatureScheme> peerSchemes) {
        boolean ecdsa = accepts(peerSchemes, Kind.ECDSA);
        boolean rsa = accepts(peerSchemes, Kind.RSA);
        Set<String> methods = new LinkedHashSet<>();
        for (CipherSuite suite : suites) {
            if (ecdsa && takes(suite, Kind.ECDSA)) {
                methods.add(ECDHE_ECDSA);
            }
            if (rsa && takes(suite, Kind.RSA)) {
                methods.add(ECDHE_RSA);
            }
        }
        return methods;
    }

    /**
     * How keys are exchanged and the server signs with one suite: what Netty tells trust managers.
     *
     * @param suite the suite, if it is known
     * @return {@code ECDHE_RSA}, {@code ECDHE_ECDSA}, or {@code UNKNOWN} where the suite does not
     *     say, which is so in TLS 1.3
     */
    public static String authenticationMethod(Optional<CipherSuite> suite) {
        if (suite.isEmpty() || suite.get().isTls13()) {
            return UNKNOWN;
        }
        if (takes(suite.get(), Kind.ECDSA)) {
            return ECDHE_ECDSA;
        }
        return takes(suite.get(), Kind.RSA) ? ECDHE_RSA : UNKNOWN;
    }

    /**
     * The kinds of client certificates that a server takes, as TLS 1.2 numbers them.
     *
     * @param schemes the schemes that it takes
     * @return numbers of the registry "TLS ClientCertificateType Identifiers", or null if the
     *     schemes do not say, which Netty takes for any kind
     */
    public static byte @Nullable [] certificateTypes(List<SignatureScheme> schemes) {
        Set<Kind> kinds = new LinkedHashSet<>();
        for (SignatureScheme scheme : schemes) {
            Kind kind = kind(scheme);
            if (kind != null) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream types = new ByteArrayOutputStream(kinds.size());
        for (Kind kind : kinds) {
            types.write(
                    switch (kind) {
                        case RSA -> RSA_SIGN;
                        case ECDSA -> ECDSA_SIGN;
                    });
        }
        return types.toByteArray();
    }

    /**
     * The schemes that a key can sign with.
     *
     * @param key the public key in its certificate
     * @return best first, not empty
     * @throws TlsConfigException if TLS has no scheme for such a key
     */
    public static List<SignatureScheme> schemes(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                    rsa.getAlgorithm().equals("RSASSA-PSS") ? RSA_PSS_SCHEMES : RSA_SCHEMES;
            case ECPublicKey ec ->
                    switch (ec.getParams().getCurve().getField().getFieldSize()) {
                        case 256 -> List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
                        case 384 -> List.of(SignatureScheme.ECDSA_NISTP384_SHA384);
                        case 521 -> List.of(SignatureScheme.ECDSA_NISTP521_SHA512);
                        default -> throw unsupported(key);
                    };
            case EdECPublicKey ed when ed.getParams().getName().equals("Ed25519") ->
                    List.of(SignatureScheme.ED25519);
            case PublicKey other when other.getAlgorithm().equals("Ed25519") ->
                    List.of(SignatureScheme.ED25519);
            default -> throw unsupported(key);
        };
    }

    /**
     * The schemes of a list that TLS 1.3 has for handshakes: PKCS#1 is for certificates alone there
     * (RFC 8446 section 4.2.3).
     *
     * @param schemes what a peer has said that it verifies
     * @return those it verifies in a handshake
     */
    public static List<SignatureScheme> ofTls13(List<SignatureScheme> schemes) {
        return schemes.stream().filter(scheme -> !PKCS1_SCHEMES.contains(scheme)).toList();
    }

    /**
     * Whether a key can be used with a peer.
     *
     * @param key the schemes that the key can sign with
     * @param peer the schemes that the peer verifies
     * @param suites the suites one of which will be used; none where they do not matter
     * @return true if so
     */
    public static boolean fits(
            List<SignatureScheme> key, List<SignatureScheme> peer, List<CipherSuite> suites) {
        if (Collections.disjoint(key, peer)) {
            return false;
        }
        Kind kind = kind(key.getFirst());
        return suites.isEmpty()
                || (kind != null && suites.stream().anyMatch(suite -> takes(suite, kind)));
    }

    private static TlsConfigException unsupported(PublicKey key) {
        return new TlsConfigException(
                TlsConfigException.Reason.PRIVATE_KEY,
                "a key of algorithm "
                        + key.getAlgorithm()
                        + " cannot sign in TLS; wanted is RSA, RSASSA-PSS, EC (P-256, P-384, P-521)"
                        + " or Ed25519");
    }

    private static boolean takes(CipherSuite suite, Kind kind) {
        if (suite.isTls13()) {
            return true;
        }
        return switch (kind) {
            case ECDSA ->
                    suite.equals(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384)
                            || suite.equals(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)
                            || suite.equals(
                                    CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256);
            case RSA ->
                    suite.equals(CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)
                            || suite.equals(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)
                            || suite.equals(
                                    CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256);
        };
    }

    private static boolean accepts(List<SignatureScheme> schemes, Kind kind) {
        for (SignatureScheme scheme : schemes) {
            if (kind(scheme) == kind) {
                return true;
            }
        }
        return schemes.isEmpty();
    }

    /** Ed25519 counts for ECDSA, as in TLS 1.2 (RFC 8422 section 5.1.1). */
    private static @Nullable Kind kind(SignatureScheme scheme) {
        return switch (scheme.id()) {
            case 0x0201, 0x0401, 0x0501, 0x0601 -> Kind.RSA;
            case 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b -> Kind.RSA;
            case 0x0203, 0x0403, 0x0503, 0x0603, 0x0807, 0x0808 -> Kind.ECDSA;
            default -> null;
        };
    }
}
