package io.rustls4j.jdk;

import io.rustls4j.KeyMaterial;
import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.DerWriter;
import io.rustls4j.wire.MalformedMessageException;
import java.security.PublicKey;
import java.util.HexFormat;

/** Brings every encoding of a private key to PKCS#8 (RFC 5208), the only one that the JDK reads. */
final class Pkcs8 {
    private static final HexFormat HEX = HexFormat.of();

    /** The OID rsaEncryption, and NULL for its parameters (RFC 8017 appendix A.1). */
    private static final String RSA = "06092a864886f70d0101010500";

    /** The OID id-ecPublicKey (RFC 5480 section 2.1.1). */
    private static final String EC = "06072a8648ce3d0201";

    /** Where SEC 1 appendix C.4 has the curve. */
    private static final int EC_PARAMETERS = 0xa0;

    private Pkcs8() {}

    /**
     * Converts.
     *
     * @param key a key in any of the three encodings
     * @param publicKey the public key that goes with it; tells the curve of a SEC 1 key that does
     *     not
     * @return a new array, which the caller zeroes
     */
    static byte[] of(KeyMaterial.Encoded key, PublicKey publicKey)
            throws MalformedMessageException {
        return switch (key.label()) {
            case "RSA PRIVATE KEY" -> wrap(HEX.parseHex(RSA), key.der());
            case "EC PRIVATE KEY" -> wrap(ecAlgorithm(key.der(), publicKey), key.der());
            default -> key.der().clone();
        };
    }

    /** The OID of the algorithm that a PKCS#8 key is for, in hexadecimal. */
    static String algorithm(byte[] pkcs8) throws MalformedMessageException {
        DerReader key = new DerReader(pkcs8).read(DerReader.SEQUENCE);
        key.read(DerReader.INTEGER);
        return HEX.formatHex(key.read(DerReader.SEQUENCE).read(DerReader.OID).bytes());
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return DerWriter.value(
                DerReader.SEQUENCE,
                new byte[] {DerReader.INTEGER, 1, 0},
                DerWriter.value(DerReader.SEQUENCE, algorithm),
                DerWriter.value(DerReader.OCTET_STRING, key.clone()));
    }

    private static byte[] ecAlgorithm(byte[] sec1, PublicKey publicKey)
            throws MalformedMessageException {
        DerReader key = new DerReader(sec1).read(DerReader.SEQUENCE);
        key.read(DerReader.INTEGER);
        key.read(DerReader.OCTET_STRING);
        byte[] curve =
                key.next(EC_PARAMETERS) ? key.read(EC_PARAMETERS).bytes() : curveOf(publicKey);
        byte[] oid = HEX.parseHex(EC);
        byte[] algorithm = new byte[oid.length + curve.length];
        System.arraycopy(oid, 0, algorithm, 0, oid.length);
        System.arraycopy(curve, 0, algorithm, oid.length, curve.length);
        return algorithm;
    }

    /** A SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) names the curve after the algorithm. */
    private static byte[] curveOf(PublicKey publicKey) throws MalformedMessageException {
        DerReader algorithm =
                new DerReader(publicKey.getEncoded())
                        .read(DerReader.SEQUENCE)
                        .read(DerReader.SEQUENCE);
        algorithm.skip();
        return algorithm.encoded();
    }
}
