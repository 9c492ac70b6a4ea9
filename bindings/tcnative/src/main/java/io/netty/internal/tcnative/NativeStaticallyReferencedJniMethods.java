package io.netty.internal.tcnative;

/**
 * The numbers of BoringSSL. In the original these are native methods, which is where the name of
 * this class is from; netty sees them in the constants of the other classes.
 *
 * <p>What BoringSSL does not have is zero, for an option, or 1 (unspecified), for a verification
 * error.
 */
final class NativeStaticallyReferencedJniMethods {
    private NativeStaticallyReferencedJniMethods() {}

    static int sslOpCipherServerPreference() {
        return 0x400000;
    }

    static int sslOpNoSSLv2() {
        return 0;
    }

    static int sslOpNoSSLv3() {
        return 0;
    }

    static int sslOpNoTLSv1() {
        return 0x4000000;
    }

    static int sslOpNoTLSv11() {
        return 0x10000000;
    }

    static int sslOpNoTLSv12() {
        return 0x8000000;
    }

    static int sslOpNoTLSv13() {
        return 0x20000000;
    }

    static int sslOpNoTicket() {
        return 0x4000;
    }

    static int sslOpAllowUnsafeLegacyRenegotiation() {
        return 0;
    }

    static int sslOpLegacyServerConnect() {
        return 0;
    }

    static int sslOpNoCompression() {
        return 0;
    }

    static int sslSessCacheOff() {
        return 0;
    }

    static int sslSessCacheServer() {
        return 2;
    }

    static int sslSessCacheClient() {
        return 1;
    }

    static int sslSessCacheNoInternalLookup() {
        return 256;
    }

    static int sslSessCacheNoInternalStore() {
        return 512;
    }

    static int sslStConnect() {
        return 0x1000;
    }

    static int sslStAccept() {
        return 0x2000;
    }

    static int sslModeEnablePartialWrite() {
        return 1;
    }

    static int sslModeAcceptMovingWriteBuffer() {
        return 2;
    }

    static int sslModeReleaseBuffers() {
        return 0;
    }

    static int sslModeEnableFalseStart() {
        return 128;
    }

    static int sslSendShutdown() {
        return 1;
    }

    static int sslReceivedShutdown() {
        return 2;
    }

    static int sslErrorNone() {
        return 0;
    }

    static int sslErrorSSL() {
        return 1;
    }

    static int sslErrorWantRead() {
        return 2;
    }

    static int sslErrorWantWrite() {
        return 3;
    }

    static int sslErrorWantX509Lookup() {
        return 4;
    }

    static int sslErrorSyscall() {
        return 5;
    }

    static int sslErrorZeroReturn() {
        return 6;
    }

    static int sslErrorWantConnect() {
        return 7;
    }

    static int sslErrorWantAccept() {
        return 8;
    }

    static int sslMaxPlaintextLength() {
        return 16384;
    }

    static int sslMaxEncryptedLength() {
        return 16704;
    }

    static int sslMaxRecordLength() {
        return 33344;
    }

    static int x509CheckFlagAlwaysCheckSubject() {
        return 0;
    }

    static int x509CheckFlagDisableWildCards() {
        return 0;
    }

    static int x509CheckFlagNoPartialWildCards() {
        return 0;
    }

    static int x509CheckFlagMultiLabelWildCards() {
        return 0;
    }

    static int x509vOK() {
        return 0;
    }

    static int x509vErrUnspecified() {
        return 1;
    }

    static int x509vErrUnableToGetIssuerCert() {
        return 2;
    }

    static int x509vErrUnableToGetCrl() {
        return 3;
    }

    static int x509vErrUnableToDecryptCertSignature() {
        return 4;
    }

    static int x509vErrUnableToDecryptCrlSignature() {
        return 5;
    }

    static int x509vErrUnableToDecodeIssuerPublicKey() {
        return 6;
    }

    static int x509vErrCertSignatureFailure() {
        return 7;
    }

    static int x509vErrCrlSignatureFailure() {
        return 8;
    }

    static int x509vErrCertNotYetValid() {
        return 9;
    }

    static int x509vErrCertHasExpired() {
        return 10;
    }

    static int x509vErrCrlNotYetValid() {
        return 11;
    }

    static int x509vErrCrlHasExpired() {
        return 12;
    }

    static int x509vErrErrorInCertNotBeforeField() {
        return 13;
    }

    static int x509vErrErrorInCertNotAfterField() {
        return 14;
    }

    static int x509vErrErrorInCrlLastUpdateField() {
        return 15;
    }

    static int x509vErrErrorInCrlNextUpdateField() {
        return 16;
    }

    static int x509vErrOutOfMem() {
        return 17;
    }

    static int x509vErrDepthZeroSelfSignedCert() {
        return 18;
    }

    static int x509vErrSelfSignedCertInChain() {
        return 19;
    }

    static int x509vErrUnableToGetIssuerCertLocally() {
        return 20;
    }

    static int x509vErrUnableToVerifyLeafSignature() {
        return 21;
    }

    static int x509vErrCertChainTooLong() {
        return 22;
    }

    static int x509vErrCertRevoked() {
        return 23;
    }

    static int x509vErrInvalidCa() {
        return 24;
    }

    static int x509vErrPathLengthExceeded() {
        return 25;
    }

    static int x509vErrInvalidPurpose() {
        return 26;
    }

    static int x509vErrCertUntrusted() {
        return 27;
    }

    static int x509vErrCertRejected() {
        return 28;
    }

    static int x509vErrSubjectIssuerMismatch() {
        return 29;
    }

    static int x509vErrAkidSkidMismatch() {
        return 30;
    }

    static int x509vErrAkidIssuerSerialMismatch() {
        return 31;
    }

    static int x509vErrKeyUsageNoCertSign() {
        return 32;
    }

    static int x509vErrUnableToGetCrlIssuer() {
        return 33;
    }

    static int x509vErrUnhandledCriticalExtension() {
        return 34;
    }

    static int x509vErrKeyUsageNoCrlSign() {
        return 35;
    }

    static int x509vErrUnhandledCriticalCrlExtension() {
        return 36;
    }

    static int x509vErrInvalidNonCa() {
        return 37;
    }

    static int x509vErrProxyPathLengthExceeded() {
        return 38;
    }

    static int x509vErrKeyUsageNoDigitalSignature() {
        return 39;
    }

    static int x509vErrProxyCertificatesNotAllowed() {
        return 40;
    }

    static int x509vErrInvalidExtension() {
        return 41;
    }

    static int x509vErrInvalidPolicyExtension() {
        return 42;
    }

    static int x509vErrNoExplicitPolicy() {
        return 43;
    }

    static int x509vErrDifferntCrlScope() {
        return 44;
    }

    static int x509vErrUnsupportedExtensionFeature() {
        return 45;
    }

    static int x509vErrUnnestedResource() {
        return 46;
    }

    static int x509vErrPermittedViolation() {
        return 47;
    }

    static int x509vErrExcludedViolation() {
        return 48;
    }

    static int x509vErrSubtreeMinMax() {
        return 49;
    }

    static int x509vErrApplicationVerification() {
        return 50;
    }

    static int x509vErrUnsupportedConstraintType() {
        return 51;
    }

    static int x509vErrUnsupportedConstraintSyntax() {
        return 52;
    }

    static int x509vErrUnsupportedNameSyntax() {
        return 53;
    }

    static int x509vErrCrlPathValidationError() {
        return 54;
    }

    static int x509vErrPathLoop() {
        return 1;
    }

    static int x509vErrSuiteBInvalidVersion() {
        return 1;
    }

    static int x509vErrSuiteBInvalidAlgorithm() {
        return 1;
    }

    static int x509vErrSuiteBInvalidCurve() {
        return 1;
    }

    static int x509vErrSuiteBInvalidSignatureAlgorithm() {
        return 1;
    }

    static int x509vErrSuiteBLosNotAllowed() {
        return 1;
    }

    static int x509vErrSuiteBCannotSignP384WithP256() {
        return 1;
    }

    static int x509vErrHostnameMismatch() {
        return 62;
    }

    static int x509vErrEmailMismatch() {
        return 63;
    }

    static int x509vErrIpAddressMismatch() {
        return 64;
    }

    static int x509vErrDaneNoMatch() {
        return 1;
    }

    static int sslErrorWantCertificateVerify() {
        return 16;
    }

    static int sslErrorWantPrivateKeyOperation() {
        return 13;
    }

    static int sslSignRsaPkcsSha1() {
        return 0x0201;
    }

    static int sslSignRsaPkcsSha256() {
        return 0x0401;
    }

    static int sslSignRsaPkcsSha384() {
        return 0x0501;
    }

    static int sslSignRsaPkcsSha512() {
        return 0x0601;
    }

    static int sslSignEcdsaPkcsSha1() {
        return 0x0203;
    }

    static int sslSignEcdsaSecp256r1Sha256() {
        return 0x0403;
    }

    static int sslSignEcdsaSecp384r1Sha384() {
        return 0x0503;
    }

    static int sslSignEcdsaSecp521r1Sha512() {
        return 0x0603;
    }

    static int sslSignRsaPssRsaeSha256() {
        return 0x0804;
    }

    static int sslSignRsaPssRsaeSha384() {
        return 0x0805;
    }

    static int sslSignRsaPssRsaeSha512() {
        return 0x0806;
    }

    static int sslSignEd25519() {
        return 0x0807;
    }

    static int sslSignRsaPkcs1Md5Sha1() {
        return 0xff01;
    }

    static int sslRenegotiateNever() {
        return 0;
    }

    static int sslRenegotiateOnce() {
        return 1;
    }

    static int sslRenegotiateFreely() {
        return 2;
    }

    static int sslRenegotiateIgnore() {
        return 3;
    }

    static int sslRenegotiateExplicit() {
        return 4;
    }

    static int sslCertCompressionDirectionCompress() {
        return 1;
    }

    static int sslCertCompressionDirectionDecompress() {
        return 2;
    }

    static int sslCertCompressionDirectionBoth() {
        return 3;
    }

    static int tlsExtCertCompressionZlib() {
        return 1;
    }

    static int tlsExtCertCompressionBrotli() {
        return 2;
    }

    static int tlsExtCertCompressionZstd() {
        return 3;
    }
}
