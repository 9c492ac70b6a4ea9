package io.rustls4j.jsse.stapling;

import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.DerWriter;
import io.rustls4j.wire.MalformedMessageException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How OCSP names a certificate (CertID, RFC 6960 section 4.1.1).
 *
 * @param hashAlgorithm the object identifier of the digest, in hexadecimal
 * @param issuerName the digest of the issuer's name, in hexadecimal
 * @param issuerKey the digest of the issuer's key, in hexadecimal
 * @param serial the serial number
 */
record CertificateId(String hashAlgorithm, String issuerName, String issuerKey, BigInteger serial) {
    private static final HexFormat HEX = HexFormat.of();

    /** 1.3.14.3.2.26; responders need not know any other (RFC 5019 section 2.1.1). */
    private static final String SHA1 = "2b0e03021a";

    private static final int NULL = 0x05;

    static CertificateId of(X509Certificate certificate, X509Certificate issuer)
            throws MalformedMessageException {
        return new CertificateId(
                SHA1,
                HEX.formatHex(sha1(issuer.getSubjectX500Principal().getEncoded())),
                HEX.formatHex(sha1(keyBits(issuer))),
                certificate.getSerialNumber());
    }

    static CertificateId read(DerReader reader) throws MalformedMessageException {
        DerReader id = reader.read(DerReader.SEQUENCE);
        DerReader algorithm = id.read(DerReader.SEQUENCE);
        return new CertificateId(
                HEX.formatHex(algorithm.read(DerReader.OID).bytes()),
                HEX.formatHex(id.read(DerReader.OCTET_STRING).bytes()),
                HEX.formatHex(id.read(DerReader.OCTET_STRING).bytes()),
                integer(id.read(DerReader.INTEGER).bytes()));
    }

    /** A request for its status: not signed, without a nonce, so that responders may prepare it. */
    byte[] request() {
        byte[] id =
                sequence(
                        sequence(
                                DerWriter.value(DerReader.OID, HEX.parseHex(hashAlgorithm)),
                                DerWriter.value(NULL)),
                        DerWriter.value(DerReader.OCTET_STRING, HEX.parseHex(issuerName)),
                        DerWriter.value(DerReader.OCTET_STRING, HEX.parseHex(issuerKey)),
                        DerWriter.value(DerReader.INTEGER, serial.toByteArray()));
        byte[] requestList = sequence(sequence(id));
        return sequence(sequence(requestList));
    }

    private static byte[] sequence(byte[]... values) {
        return DerWriter.value(DerReader.SEQUENCE, values);
    }

    private static BigInteger integer(byte[] bytes) throws MalformedMessageException {
        if (bytes.length == 0) {
            throw new MalformedMessageException("a serial number without a byte");
        }
        return new BigInteger(bytes);
    }

    /** The key without what says of which kind it is, and without the count of unused bits. */
    private static byte[] keyBits(X509Certificate issuer) throws MalformedMessageException {
        DerReader key = new DerReader(issuer.getPublicKey().getEncoded()).read(DerReader.SEQUENCE);
        key.read(DerReader.SEQUENCE);
        byte[] bits = key.read(DerReader.BIT_STRING).bytes();
        if (bits.length == 0) {
            throw new MalformedMessageException("a public key without a byte");
        }
        return Arrays.copyOfRange(bits, 1, bits.length);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
