package io.netty.internal.tcnative;

/**
 * Decides whether the certificates of peers are trusted: see {@link
 * SSLContext#setCertVerifyCallback}.
 *
 * <p>A context keeps its verifier alive. One that refers to whatever frees the context keeps that
 * alive too.
 */
public abstract class CertificateVerifier {
    /** The chain is trusted. */
    public static final int X509_V_OK = NativeStaticallyReferencedJniMethods.x509vOK();

    /** Some other failure. */
    public static final int X509_V_ERR_UNSPECIFIED =
            NativeStaticallyReferencedJniMethods.x509vErrUnspecified();

    /** An issuer's certificate is missing. */
    public static final int X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToGetIssuerCert();

    /** A revocation list is missing. */
    public static final int X509_V_ERR_UNABLE_TO_GET_CRL =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToGetCrl();

    /** A certificate's signature cannot be decrypted. */
    public static final int X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToDecryptCertSignature();

    /** A revocation list's signature cannot be decrypted. */
    public static final int X509_V_ERR_UNABLE_TO_DECRYPT_CRL_SIGNATURE =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToDecryptCrlSignature();

    /** An issuer's public key cannot be read. */
    public static final int X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToDecodeIssuerPublicKey();

    /** A certificate's signature is wrong. */
    public static final int X509_V_ERR_CERT_SIGNATURE_FAILURE =
            NativeStaticallyReferencedJniMethods.x509vErrCertSignatureFailure();

    /** A revocation list's signature is wrong. */
    public static final int X509_V_ERR_CRL_SIGNATURE_FAILURE =
            NativeStaticallyReferencedJniMethods.x509vErrCrlSignatureFailure();

    /** A certificate is not valid yet. */
    public static final int X509_V_ERR_CERT_NOT_YET_VALID =
            NativeStaticallyReferencedJniMethods.x509vErrCertNotYetValid();

    /** A certificate is not valid any more. */
    public static final int X509_V_ERR_CERT_HAS_EXPIRED =
            NativeStaticallyReferencedJniMethods.x509vErrCertHasExpired();

    /** A revocation list is not valid yet. */
    public static final int X509_V_ERR_CRL_NOT_YET_VALID =
            NativeStaticallyReferencedJniMethods.x509vErrCrlNotYetValid();

    /** A revocation list is not valid any more. */
    public static final int X509_V_ERR_CRL_HAS_EXPIRED =
            NativeStaticallyReferencedJniMethods.x509vErrCrlHasExpired();

    /** The date from which a certificate is valid cannot be read. */
    public static final int X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD =
            NativeStaticallyReferencedJniMethods.x509vErrErrorInCertNotBeforeField();

    /** The date until which a certificate is valid cannot be read. */
    public static final int X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD =
            NativeStaticallyReferencedJniMethods.x509vErrErrorInCertNotAfterField();

    /** The date of a revocation list cannot be read. */
    public static final int X509_V_ERR_ERROR_IN_CRL_LAST_UPDATE_FIELD =
            NativeStaticallyReferencedJniMethods.x509vErrErrorInCrlLastUpdateField();

    /** The date until which a revocation list is valid cannot be read. */
    public static final int X509_V_ERR_ERROR_IN_CRL_NEXT_UPDATE_FIELD =
            NativeStaticallyReferencedJniMethods.x509vErrErrorInCrlNextUpdateField();

    /** Memory is short. */
    public static final int X509_V_ERR_OUT_OF_MEM =
            NativeStaticallyReferencedJniMethods.x509vErrOutOfMem();

    /** The peer's certificate is by itself, and is not trusted. */
    public static final int X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT =
            NativeStaticallyReferencedJniMethods.x509vErrDepthZeroSelfSignedCert();

    /** The chain ends in a root that is not trusted. */
    public static final int X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN =
            NativeStaticallyReferencedJniMethods.x509vErrSelfSignedCertInChain();

    /** The issuer of the last certificate is not known. */
    public static final int X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToGetIssuerCertLocally();

    /** The chain is the peer's certificate alone, whose issuer is not known. */
    public static final int X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToVerifyLeafSignature();

    /** The chain has too many certificates. */
    public static final int X509_V_ERR_CERT_CHAIN_TOO_LONG =
            NativeStaticallyReferencedJniMethods.x509vErrCertChainTooLong();

    /** A certificate is revoked. */
    public static final int X509_V_ERR_CERT_REVOKED =
            NativeStaticallyReferencedJniMethods.x509vErrCertRevoked();

    /** An issuer is no authority. */
    public static final int X509_V_ERR_INVALID_CA =
            NativeStaticallyReferencedJniMethods.x509vErrInvalidCa();

    /** An issuer may not have that many issuers below it. */
    public static final int X509_V_ERR_PATH_LENGTH_EXCEEDED =
            NativeStaticallyReferencedJniMethods.x509vErrPathLengthExceeded();

    /** A certificate is for something else. */
    public static final int X509_V_ERR_INVALID_PURPOSE =
            NativeStaticallyReferencedJniMethods.x509vErrInvalidPurpose();

    /** The root is not trusted for this. */
    public static final int X509_V_ERR_CERT_UNTRUSTED =
            NativeStaticallyReferencedJniMethods.x509vErrCertUntrusted();

    /** The root is said to be bad for this. */
    public static final int X509_V_ERR_CERT_REJECTED =
            NativeStaticallyReferencedJniMethods.x509vErrCertRejected();

    /** A certificate is by someone else than the next one's subject. */
    public static final int X509_V_ERR_SUBJECT_ISSUER_MISMATCH =
            NativeStaticallyReferencedJniMethods.x509vErrSubjectIssuerMismatch();

    /** A certificate is by another key than the next one's, by the key's id. */
    public static final int X509_V_ERR_AKID_SKID_MISMATCH =
            NativeStaticallyReferencedJniMethods.x509vErrAkidSkidMismatch();

    /** A certificate is by another key than the next one's, by its issuer and serial number. */
    public static final int X509_V_ERR_AKID_ISSUER_SERIAL_MISMATCH =
            NativeStaticallyReferencedJniMethods.x509vErrAkidIssuerSerialMismatch();

    /** An issuer's key is not for certificates. */
    public static final int X509_V_ERR_KEYUSAGE_NO_CERTSIGN =
            NativeStaticallyReferencedJniMethods.x509vErrKeyUsageNoCertSign();

    /** The issuer of a revocation list is missing. */
    public static final int X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER =
            NativeStaticallyReferencedJniMethods.x509vErrUnableToGetCrlIssuer();

    /** A certificate has a critical extension that is not known. */
    public static final int X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION =
            NativeStaticallyReferencedJniMethods.x509vErrUnhandledCriticalExtension();

    /** An issuer's key is not for revocation lists. */
    public static final int X509_V_ERR_KEYUSAGE_NO_CRL_SIGN =
            NativeStaticallyReferencedJniMethods.x509vErrKeyUsageNoCrlSign();

    /** A revocation list has a critical extension that is not known. */
    public static final int X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION =
            NativeStaticallyReferencedJniMethods.x509vErrUnhandledCriticalCrlExtension();

    /** A certificate of an authority where one of someone else is wanted. */
    public static final int X509_V_ERR_INVALID_NON_CA =
            NativeStaticallyReferencedJniMethods.x509vErrInvalidNonCa();

    /** Too many proxy certificates. */
    public static final int X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED =
            NativeStaticallyReferencedJniMethods.x509vErrProxyPathLengthExceeded();

    /** A key is not for signatures. */
    public static final int X509_V_ERR_KEYUSAGE_NO_DIGITAL_SIGNATURE =
            NativeStaticallyReferencedJniMethods.x509vErrKeyUsageNoDigitalSignature();

    /** A proxy certificate. */
    public static final int X509_V_ERR_PROXY_CERTIFICATES_NOT_ALLOWED =
            NativeStaticallyReferencedJniMethods.x509vErrProxyCertificatesNotAllowed();

    /** An extension is wrong. */
    public static final int X509_V_ERR_INVALID_EXTENSION =
            NativeStaticallyReferencedJniMethods.x509vErrInvalidExtension();

    /** A policy is wrong. */
    public static final int X509_V_ERR_INVALID_POLICY_EXTENSION =
            NativeStaticallyReferencedJniMethods.x509vErrInvalidPolicyExtension();

    /** A policy is missing. */
    public static final int X509_V_ERR_NO_EXPLICIT_POLICY =
            NativeStaticallyReferencedJniMethods.x509vErrNoExplicitPolicy();

    /** A revocation list is for something else. */
    public static final int X509_V_ERR_DIFFERENT_CRL_SCOPE =
            NativeStaticallyReferencedJniMethods.x509vErrDifferntCrlScope();

    /** An extension has something that is not known. */
    public static final int X509_V_ERR_UNSUPPORTED_EXTENSION_FEATURE =
            NativeStaticallyReferencedJniMethods.x509vErrUnsupportedExtensionFeature();

    /** A certificate has more addresses than its issuer. */
    public static final int X509_V_ERR_UNNESTED_RESOURCE =
            NativeStaticallyReferencedJniMethods.x509vErrUnnestedResource();

    /** A name is not among those that an issuer permits. */
    public static final int X509_V_ERR_PERMITTED_VIOLATION =
            NativeStaticallyReferencedJniMethods.x509vErrPermittedViolation();

    /** A name is among those that an issuer excludes. */
    public static final int X509_V_ERR_EXCLUDED_VIOLATION =
            NativeStaticallyReferencedJniMethods.x509vErrExcludedViolation();

    /** A constraint on names has bounds. */
    public static final int X509_V_ERR_SUBTREE_MINMAX =
            NativeStaticallyReferencedJniMethods.x509vErrSubtreeMinMax();

    /** The application says no. */
    public static final int X509_V_ERR_APPLICATION_VERIFICATION =
            NativeStaticallyReferencedJniMethods.x509vErrApplicationVerification();

    /** A constraint on names is of a kind that is not known. */
    public static final int X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE =
            NativeStaticallyReferencedJniMethods.x509vErrUnsupportedConstraintType();

    /** A constraint on names cannot be read. */
    public static final int X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX =
            NativeStaticallyReferencedJniMethods.x509vErrUnsupportedConstraintSyntax();

    /** A name cannot be read. */
    public static final int X509_V_ERR_UNSUPPORTED_NAME_SYNTAX =
            NativeStaticallyReferencedJniMethods.x509vErrUnsupportedNameSyntax();

    /** The chain of a revocation list is not trusted. */
    public static final int X509_V_ERR_CRL_PATH_VALIDATION_ERROR =
            NativeStaticallyReferencedJniMethods.x509vErrCrlPathValidationError();

    /** The chain is a circle. */
    public static final int X509_V_ERR_PATH_LOOP =
            NativeStaticallyReferencedJniMethods.x509vErrPathLoop();

    /** Suite B: a version. */
    public static final int X509_V_ERR_SUITE_B_INVALID_VERSION =
            NativeStaticallyReferencedJniMethods.x509vErrSuiteBInvalidVersion();

    /** Suite B: an algorithm. */
    public static final int X509_V_ERR_SUITE_B_INVALID_ALGORITHM =
            NativeStaticallyReferencedJniMethods.x509vErrSuiteBInvalidAlgorithm();

    /** Suite B: a curve. */
    public static final int X509_V_ERR_SUITE_B_INVALID_CURVE =
            NativeStaticallyReferencedJniMethods.x509vErrSuiteBInvalidCurve();

    /** Suite B: a signature algorithm. */
    public static final int X509_V_ERR_SUITE_B_INVALID_SIGNATURE_ALGORITHM =
            NativeStaticallyReferencedJniMethods.x509vErrSuiteBInvalidSignatureAlgorithm();

    /** Suite B: a level of security. */
    public static final int X509_V_ERR_SUITE_B_LOS_NOT_ALLOWED =
            NativeStaticallyReferencedJniMethods.x509vErrSuiteBLosNotAllowed();

    /** Suite B: P-256 may not sign P-384. */
    public static final int X509_V_ERR_SUITE_B_CANNOT_SIGN_P_384_WITH_P_256 =
            NativeStaticallyReferencedJniMethods.x509vErrSuiteBCannotSignP384WithP256();

    /** The certificate is for another host. */
    public static final int X509_V_ERR_HOSTNAME_MISMATCH =
            NativeStaticallyReferencedJniMethods.x509vErrHostnameMismatch();

    /** The certificate is for another e-mail address. */
    public static final int X509_V_ERR_EMAIL_MISMATCH =
            NativeStaticallyReferencedJniMethods.x509vErrEmailMismatch();

    /** The certificate is for another address. */
    public static final int X509_V_ERR_IP_ADDRESS_MISMATCH =
            NativeStaticallyReferencedJniMethods.x509vErrIpAddressMismatch();

    /** DANE names another certificate. */
    public static final int X509_V_ERR_DANE_NO_MATCH =
            NativeStaticallyReferencedJniMethods.x509vErrDaneNoMatch();

    /** For subclasses. */
    public CertificateVerifier() {}

    /**
     * Whether a number is one of those above.
     *
     * @param errorCode the number
     * @return true if so
     */
    public static boolean isValid(int errorCode) {
        // All of BoringSSL's are there, in two runs; what it does not have is the unspecified one.
        return (errorCode >= X509_V_OK && errorCode <= X509_V_ERR_CRL_PATH_VALIDATION_ERROR)
                || (errorCode >= X509_V_ERR_HOSTNAME_MISMATCH
                        && errorCode <= X509_V_ERR_IP_ADDRESS_MISMATCH);
    }

    /**
     * Decides.
     *
     * @param ssl the connection
     * @param x509 the certificates that the peer sent, its own first
     * @param authAlgorithm how the peer authenticates, such as {@code ECDHE_RSA}; {@code UNKNOWN}
     *     for TLS 1.3
     * @return {@link #X509_V_OK}, or why not
     */
    public abstract int verify(long ssl, byte[][] x509, String authAlgorithm);
}
