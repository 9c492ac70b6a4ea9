package io.rustls4j.jsse.events;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;
import jdk.jfr.Unsigned;
import org.jspecify.annotations.Nullable;

/**
 * The twin of {@code jdk.X509Certificate}, which is sent when Java reads a certificate: where
 * webpki has verified a peer, Java has read nothing. To be switched on, as the JDK's, since Java
 * has to read it then.
 */
@Name("io.rustls4j.X509Certificate")
@Label("X509 Certificate")
@Description("A certificate that a peer has shown to the provider Rustls4j in a full handshake")
@Category({"Java Development Kit", "Security"})
@StackTrace(false)
@Enabled(false)
final class CertificateEvent extends Event {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    @Label("Signature Algorithm")
    @Nullable String algorithm;

    @Label("Serial Number")
    @Nullable String serialNumber;

    @Label("Subject")
    @Nullable String subject;

    @Label("Issuer")
    @Nullable String issuer;

    @Label("Key Type")
    @Nullable String keyType;

    @Label("Key Length")
    int keyLength;

    @Label("Certificate Id")
    @Description("The same in a TLS Handshake")
    @Unsigned
    long certificateId;

    @Label("Valid From")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long validFrom;

    @Label("Valid Until")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long validUntil;

    void fill(X509Certificate certificate, long id) {
        algorithm = certificate.getSigAlgName();
        BigInteger serial = certificate.getSerialNumber();
        serialNumber = COLONS.formatHex(serial.toByteArray());
        subject = certificate.getSubjectX500Principal().toString();
        issuer = certificate.getIssuerX500Principal().toString();
        keyType = certificate.getPublicKey().getAlgorithm();
        keyLength = bits(certificate.getPublicKey());
        certificateId = id;
        validFrom = certificate.getNotBefore().toInstant().toEpochMilli();
        validUntil = certificate.getNotAfter().toInstant().toEpochMilli();
    }

    /** As the JDK counts; -1 where it cannot be told. */
    private static int bits(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength();
            case ECKey ec -> ec.getParams().getOrder().bitLength();
            case EdECKey ed when ed.getParams().getName().equalsIgnoreCase("Ed25519") -> 255;
            case EdECKey ed when ed.getParams().getName().equalsIgnoreCase("Ed448") -> 448;
            default -> -1;
        };
    }
}
