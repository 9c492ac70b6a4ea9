package io.rustls4j.jdk;

import io.rustls4j.TlsConfigException;
import java.math.BigInteger;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that has a subject and nothing else. JSSE takes the names that a server hints at
 * from certificates, and looks only at their subjects.
 */
final class NameOnlyCertificate extends X509Certificate {
    private static final long serialVersionUID = 1L;

    private final transient X500Principal subject;

    private NameOnlyCertificate(X500Principal subject) {
        this.subject = subject;
    }

    static List<X509Certificate> of(List<byte[]> names) {
        return names.stream()
                .<X509Certificate>map(name -> new NameOnlyCertificate(parse(name)))
                .toList();
    }

    static List<X509Certificate> ofAnchors(List<Anchor> anchors) {
        return anchors.stream()
                .<X509Certificate>map(anchor -> new NameOnlyCertificate(anchor.name()))
                .toList();
    }

    private static X500Principal parse(byte[] name) {
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "the name of an authority is not a DER-encoded X.500 name: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public X500Principal getSubjectX500Principal() {
        return subject;
    }

    @Override
    @Deprecated
    public Principal getSubjectDN() {
        return subject;
    }

    @Override
    public String toString() {
        return "NameOnlyCertificate[" + subject + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NameOnlyCertificate that && subject.equals(that.subject);
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }

    @Override
    public byte[] getEncoded() throws CertificateEncodingException {
        throw new CertificateEncodingException("only the subject is known");
    }

    @Override
    public void verify(PublicKey key) {
        throw unknown();
    }

    @Override
    public void verify(PublicKey key, String provider) {
        throw unknown();
    }

    @Override
    public void checkValidity() {
        throw unknown();
    }

    @Override
    public void checkValidity(Date date) {
        throw unknown();
    }

    @Override
    public int getVersion() {
        throw unknown();
    }

    @Override
    public BigInteger getSerialNumber() {
        throw unknown();
    }

    @Override
    @Deprecated
    public Principal getIssuerDN() {
        throw unknown();
    }

    @Override
    public Date getNotBefore() {
        throw unknown();
    }

    @Override
    public Date getNotAfter() {
        throw unknown();
    }

    @Override
    public byte[] getTBSCertificate() {
        throw unknown();
    }

    @Override
    public byte[] getSignature() {
        throw unknown();
    }

    @Override
    public String getSigAlgName() {
        throw unknown();
    }

    @Override
    public String getSigAlgOID() {
        throw unknown();
    }

    @Override
    public byte[] getSigAlgParams() {
        throw unknown();
    }

    @Override
    public boolean @Nullable [] getIssuerUniqueID() {
        return null;
    }

    @Override
    public boolean @Nullable [] getSubjectUniqueID() {
        return null;
    }

    @Override
    public boolean @Nullable [] getKeyUsage() {
        return null;
    }

    @Override
    public int getBasicConstraints() {
        return -1;
    }

    @Override
    public PublicKey getPublicKey() {
        throw unknown();
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return false;
    }

    @Override
    public Set<String> getCriticalExtensionOIDs() {
        return Set.of();
    }

    @Override
    public Set<String> getNonCriticalExtensionOIDs() {
        return Set.of();
    }

    @Override
    public byte @Nullable [] getExtensionValue(String oid) {
        return null;
    }

    private static UnsupportedOperationException unknown() {
        return new UnsupportedOperationException("only the subject is known");
    }
}
