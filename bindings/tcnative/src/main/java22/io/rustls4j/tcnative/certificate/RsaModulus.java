package io.rustls4j.tcnative.certificate;

import io.rustls4j.KeyMaterial;
import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.MalformedMessageException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.Set;

/** The size of an RSA key, read out of its encoding; nothing secret is copied. */
final class RsaModulus {
    /** What AWS-LC signs with. */
    static final int LEAST_BITS = 2048;

    /** What AWS-LC signs with. */
    static final int MOST_BITS = 8192;

    /** rsaEncryption and id-RSASSA-PSS (RFC 8017 appendix C). */
    private static final Set<String> OIDS = Set.of("2a864886f70d010101", "2a864886f70d01010a");

    private RsaModulus() {}

    /** The number of bits; empty if it is no RSA key. */
    static OptionalInt bits(KeyMaterial.Encoded key) throws MalformedMessageException {
        DerReader outer = new DerReader(key.der()).read(DerReader.SEQUENCE);
        return switch (key.label()) {
            case KeyPem.PKCS1 -> OptionalInt.of(ofPkcs1(outer));
            case KeyPem.PKCS8 -> ofPkcs8(outer);
            default -> OptionalInt.empty();
        };
    }

    /** RFC 5208 section 5: version, algorithm, key. */
    private static OptionalInt ofPkcs8(DerReader outer) throws MalformedMessageException {
        outer.read(DerReader.INTEGER);
        byte[] oid = outer.read(DerReader.SEQUENCE).read(DerReader.OID).bytes();
        return OIDS.contains(HexFormat.of().formatHex(oid))
                ? OptionalInt.of(
                        ofPkcs1(outer.read(DerReader.OCTET_STRING).read(DerReader.SEQUENCE)))
                : OptionalInt.empty();
    }

    /** RFC 8017 appendix A.1.2: version, modulus, and the rest. */
    private static int ofPkcs1(DerReader key) throws MalformedMessageException {
        key.read(DerReader.INTEGER);
        return new BigInteger(1, key.read(DerReader.INTEGER).bytes()).bitLength();
    }
}
