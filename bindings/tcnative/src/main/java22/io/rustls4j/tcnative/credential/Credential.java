package io.rustls4j.tcnative.credential;

import io.rustls4j.SignatureScheme;
import io.rustls4j.tcnative.certificate.PrivateKeyHandle;
import io.rustls4j.tcnative.certificate.X509Chain;
import io.rustls4j.tcnative.error.OpenSslError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * BoringSSL's {@code SSL_CREDENTIAL} of the X.509 kind: a chain, who signs for it, and what is sent
 * or looked at with it. It has as many owners as have asked for it. Thread-safe.
 *
 * <p>Empty arrays change nothing, as in netty-tcnative.
 */
public final class Credential {
    private int owners = 1;
    private @Nullable X509Chain chain;
    private @Nullable PrivateKeyHandle key;
    private byte @Nullable [] ocspResponse;
    private byte @Nullable [] signedCertTimestampList;
    private List<SignatureScheme> signingAlgorithms = List.of();
    private boolean mustMatchIssuer;

    /** Creates an empty one, with one owner. */
    public Credential() {}

    /**
     * Sets the certificates.
     *
     * @param certificates the end-entity certificate first
     * @throws Exception if there are none
     */
    public synchronized void setChain(X509Chain certificates) throws Exception {
        if (certificates.certificates().isEmpty()) {
            throw new Exception("Certificate chain stack is empty");
        }
        chain = certificates;
    }

    /**
     * Sets the private key, of which the credential becomes an owner.
     *
     * @param privateKey the key of the first certificate
     */
    public synchronized void setKey(PrivateKeyHandle privateKey) {
        requireOwner();
        PrivateKeyHandle before = key;
        key = privateKey.retain();
        if (before != null) {
            before.free();
        }
    }

    /**
     * Sets what is stapled.
     *
     * @param response an OCSP response in DER
     */
    public synchronized void setOcspResponse(byte[] response) {
        if (response.length > 0) {
            ocspResponse = response.clone();
        }
    }

    /**
     * Sets the signature schemes that may be used.
     *
     * @param numbers the schemes by their numbers in TLS, by preference
     * @throws Exception if one is not known, or there twice
     */
    public synchronized void setSigningAlgorithms(int[] numbers) throws Exception {
        List<SignatureScheme> schemes = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            SignatureScheme scheme = new SignatureScheme(number & 0xffff);
            if (!SignatureScheme.known().contains(scheme)) {
                throw failed(
                        "signing algorithm preferences", OpenSslError.INVALID_SIGNATURE_ALGORITHM);
            }
            if (schemes.contains(scheme)) {
                throw failed(
                        "signing algorithm preferences",
                        OpenSslError.DUPLICATE_SIGNATURE_ALGORITHM);
            }
            schemes.add(scheme);
        }
        if (!schemes.isEmpty()) {
            signingAlgorithms = List.copyOf(schemes);
        }
    }

    /**
     * Sets the signed certificate timestamps.
     *
     * @param list a {@code SignedCertificateTimestampList} (RFC 6962 section 3.3)
     * @throws Exception if it is not one
     */
    public synchronized void setSignedCertTimestampList(byte[] list) throws Exception {
        if (list.length == 0) {
            return;
        }
        if (!isTimestampList(list)) {
            throw failed("signed certificate timestamp list", OpenSslError.INVALID_SCT_LIST);
        }
        signedCertTimestampList = list.clone();
    }

    /**
     * Sets whether the credential is only for peers that name its issuer.
     *
     * @param must true for yes
     */
    public synchronized void setMustMatchIssuer(boolean must) {
        mustMatchIssuer = must;
    }

    /**
     * The certificates.
     *
     * @return the chain, or null if none was set
     */
    public synchronized @Nullable X509Chain chain() {
        return chain;
    }

    /**
     * The private key.
     *
     * @return the key, of which the caller is no owner, or null if none was set
     */
    public synchronized @Nullable PrivateKeyHandle key() {
        return key;
    }

    /**
     * What is stapled.
     *
     * @return a copy, or null for nothing
     */
    public synchronized byte @Nullable [] ocspResponse() {
        return ocspResponse == null ? null : ocspResponse.clone();
    }

    /**
     * The signed certificate timestamps.
     *
     * @return a copy, or null if none were set
     */
    public synchronized byte @Nullable [] signedCertTimestampList() {
        return signedCertTimestampList == null ? null : signedCertTimestampList.clone();
    }

    /**
     * The signature schemes that may be used.
     *
     * @return by preference; empty for all that the key has
     */
    public synchronized List<SignatureScheme> signingAlgorithms() {
        return signingAlgorithms;
    }

    /**
     * Whether the credential is only for peers that name its issuer.
     *
     * @return true if so
     */
    public synchronized boolean mustMatchIssuer() {
        return mustMatchIssuer;
    }

    /**
     * Adds an owner ({@code SSL_CREDENTIAL_up_ref}).
     *
     * @return this credential
     * @throws IllegalStateException if it has been freed
     */
    public synchronized Credential retain() {
        requireOwner();
        owners++;
        return this;
    }

    /**
     * Takes an owner away ({@code SSL_CREDENTIAL_free}).
     *
     * @return whether that was the last one, after which the credential must not be used
     * @throws IllegalStateException if there is none
     */
    public synchronized boolean free() {
        requireOwner();
        owners--;
        if (owners > 0) {
            return false;
        }
        PrivateKeyHandle own = key;
        key = null;
        if (own != null) {
            own.free();
        }
        return true;
    }

    private void requireOwner() {
        if (owners == 0) {
            throw new IllegalStateException("the credential has been freed");
        }
    }

    /** A length, and that many bytes, which are lengths and as many bytes each; none is 0. */
    private static boolean isTimestampList(byte[] list) {
        if (list.length < 2 || length(list, 0) != list.length - 2 || list.length == 2) {
            return false;
        }
        int at = 2;
        while (at + 2 <= list.length && length(list, at) > 0) {
            at += 2 + length(list, at);
        }
        return at == list.length;
    }

    private static int length(byte[] list, int at) {
        return (list[at] & 0xff) << 8 | (list[at + 1] & 0xff);
    }

    private static Exception failed(String what, OpenSslError error) {
        return new Exception("Failed to set " + what + ": " + error);
    }
}
