package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.CertificateCallback;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.KeyLogCallback;
import io.netty.internal.tcnative.SSL;
import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.CertifiedKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.tcnative.certificate.Encodings;
import io.rustls4j.tcnative.certificate.KeyTypes;
import io.rustls4j.tcnative.certificate.VerifyErrors;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.Identity;
import io.rustls4j.tcnative.context.PeerCallbacks;
import io.rustls4j.tcnative.context.PeerDemands;
import io.rustls4j.tcnative.context.Settings;
import io.rustls4j.tcnative.error.OpenSslError;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What rustls asks of a connection, put to Netty's callbacks. */
final class Callbacks implements PeerCallbacks {
    /** The label of TLS 1.2's one secret. */
    private static final String MASTER_SECRET = "CLIENT_RANDOM";

    private final Ssl ssl;
    private final Ctx ctx;

    Callbacks(Ssl ssl, Ctx ctx) {
        this.ssl = ssl;
        this.ctx = ctx;
    }

    @Override
    public long handle() {
        return ssl.handle();
    }

    @Override
    public void verify(List<CertificateDer> chain, Optional<byte[]> ocspResponse)
            throws CertificateErrorException {
        checkLength(chain);
        ssl.facts().showing(chain, ocspResponse);
        CertificateVerifier verifier = ctx.verifier();
        if (verifier == null) {
            if (ssl.verifyLevel() == SSL.SSL_CVERIFY_NONE) {
                return;
            }
            throw new CertificateErrorException(
                    CertificateError.UNKNOWN_ISSUER,
                    "no verifier is set for the context, which asks for certificates to be verified");
        }
        List<CertificateDer> shown = shown(chain);
        int result =
                verifier.verify(
                        ssl.handle(),
                        Encodings.of(shown),
                        KeyTypes.authenticationMethod(ssl.facts().suite()));
        if (result == CertificateVerifier.X509_V_ERR_UNSPECIFIED && shown.size() < chain.size()) {
            result = CertificateVerifier.X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY;
        }
        if (result != CertificateVerifier.X509_V_OK) {
            throw VerifyErrors.of(result);
        }
    }

    /** As if the peer had not shown the others. */
    private List<CertificateDer> shown(List<CertificateDer> chain) {
        int depth = ssl.settings(Settings::verifyDepth);
        return depth < chain.size() ? chain.subList(0, depth) : chain;
    }

    private void checkLength(List<CertificateDer> chain) throws CertificateErrorException {
        int length = 0;
        for (CertificateDer certificate : chain) {
            length += certificate.length();
        }
        if (length > ctx.maxCertList()) {
            ssl.refuse(OpenSslError.EXCESSIVE_MESSAGE_SIZE);
            throw new CertificateErrorException(
                    CertificateError.OTHER,
                    "the peer's certificates have "
                            + length
                            + " bytes; the context allows "
                            + ctx.maxCertList());
        }
    }

    @Override
    public @Nullable CertifiedKey chooseCertificate(
            List<byte[]> caNames, List<SignatureScheme> schemes) throws Exception {
        CertificateCallback callback = ctx.certificateCallback();
        ssl.facts().setPeerSchemes(schemes);
        if (callback != null) {
            byte[][] names = caNames.isEmpty() ? null : caNames.toArray(byte[][]::new);
            callback.handle(ssl.handle(), KeyTypes.certificateTypes(schemes), names);
        }
        Identity chosen = ssl.certificate().choose(new PeerDemands(schemes, List.of(), caNames));
        return chosen == null ? null : chosen.key();
    }

    @Override
    public void await(CompletableFuture<byte[]> signature) {
        ssl.signature().await(signature);
    }

    @Override
    public void compressionFailed() {
        ssl.refuse(OpenSslError.INTERNAL_ERROR);
    }

    @Override
    public void decompressionFailed() {
        ssl.refuse(OpenSslError.CERT_DECOMPRESSION_FAILED);
    }

    @Override
    public void keyLog(String label, byte[] clientRandom, byte[] secret) {
        KeyLogCallback callback = ctx.keyLog();
        if (callback != null) {
            HexFormat hex = HexFormat.of();
            String line = label + ' ' + hex.formatHex(clientRandom) + ' ' + hex.formatHex(secret);
            callback.handle(ssl.handle(), line.getBytes(StandardCharsets.US_ASCII));
        }
        if (label.equals(MASTER_SECRET)) {
            ssl.facts().setMasterKey(secret);
        }
    }
}
