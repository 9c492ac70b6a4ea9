package io.rustls4j.rustls;

import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.CustomServerVerifier;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_server_cert_verifier_options;
import io.rustls4j.ffi.rustls_h;
import io.rustls4j.pem.PemWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Makes rustls's verifiers of servers, for the time of a scope: configurations keep their own
 * reference.
 */
final class NativeServerVerifiers {
    private NativeServerVerifiers() {}

    static MemorySegment of(
            NativeScope scope, MemorySegment provider, ServerCertVerifier verifier) {
        return switch (verifier) {
            case WebPkiServerVerifier webPki ->
                    tellingOcspResponse(scope, webPki(scope, provider, webPki));
            case ServerCertVerifier.Platform() ->
                    tellingOcspResponse(scope, platform(scope, provider));
            case CustomServerVerifier custom -> custom(scope, provider, custom);
        };
    }

    /** The extension's own verifiers do so by themselves. */
    private static MemorySegment tellingOcspResponse(NativeScope scope, MemorySegment verifier) {
        MemorySegment out = scope.out();
        check(rustls4j_h.rustls4j_server_cert_verifier_telling_ocsp_response(verifier, out));
        return own(scope, out);
    }

    private static MemorySegment platform(NativeScope scope, MemorySegment provider) {
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_platform_server_cert_verifier_try_with_provider(provider, out),
                Reason.TRUST_ANCHORS,
                "the platform's verifier");
        return own(scope, out);
    }

    private static MemorySegment webPki(
            NativeScope scope, MemorySegment provider, WebPkiServerVerifier verifier) {
        RevocationPolicy revocation = verifier.revocation();
        MemorySegment builder =
                scope.own(
                        HandleKind.SERVER_CERT_VERIFIER_BUILDER,
                        rustls_h.rustls_web_pki_server_cert_verifier_builder_new_with_provider(
                                provider, NativeRoots.of(scope, verifier.roots())));
        for (CertificateRevocationListDer crl : revocation.crls()) {
            byte[] der = crl.bytes();
            byte[] pem = PemWriter.write("X509 CRL", der);
            ResultCodes.checkConfig(
                    rustls_h.rustls_web_pki_server_cert_verifier_builder_add_crl(
                            builder, scope.copy(pem), pem.length),
                    Reason.REVOCATION_LIST,
                    "a certificate revocation list of " + der.length + " bytes");
        }
        if (revocation.onlyEndEntity()) {
            check(
                    rustls_h.rustls_web_pki_server_cert_verifier_only_check_end_entity_revocation(
                            builder));
        }
        if (revocation.allowUnknownStatus()) {
            check(
                    rustls_h.rustls_web_pki_server_cert_verifier_allow_unknown_revocation_status(
                            builder));
        }
        if (revocation.enforceExpiration()) {
            check(rustls_h.rustls_web_pki_server_cert_verifier_enforce_revocation_expiry(builder));
        }
        MemorySegment out = scope.out();
        check(rustls_h.rustls_web_pki_server_cert_verifier_builder_build(builder, out));
        return own(scope, out);
    }

    private static MemorySegment custom(
            NativeScope scope, MemorySegment provider, CustomServerVerifier verifier) {
        MemorySegment options = options(scope, provider, verifier.supportedVerifySchemes());
        List<byte[]> hints = verifier.rootHintSubjects();
        rustls4j_server_cert_verifier_options.ca_names(
                options, NativeData.bytesArray(scope, hints));
        rustls4j_server_cert_verifier_options.ca_names_len(options, hints.size());
        if (verifier.webPki().isPresent()) {
            rustls4j_server_cert_verifier_options.first(
                    options, webPki(scope, provider, verifier.webPki().get()));
            rustls4j_server_cert_verifier_options.first_any_name(options, !verifier.checkName());
        }
        return asking(scope, options, verifier.check());
    }

    private static MemorySegment options(
            NativeScope scope, MemorySegment provider, List<SignatureScheme> schemes) {
        MemorySegment options = rustls4j_server_cert_verifier_options.allocate(scope.arena());
        options.fill((byte) 0);
        rustls4j_server_cert_verifier_options.verify(options, VerifyServerUpcall.STUB);
        rustls4j_server_cert_verifier_options.drop(options, Contexts.DROP);
        rustls4j_server_cert_verifier_options.provider(options, provider);
        rustls4j_server_cert_verifier_options.schemes(
                options, NativeNumbers.schemes(scope, schemes));
        rustls4j_server_cert_verifier_options.schemes_len(options, schemes.size());
        return options;
    }

    private static MemorySegment asking(
            NativeScope scope, MemorySegment options, ServerCertVerifier.Check check) {
        try (ContextLedger contexts = new ContextLedger()) {
            rustls4j_server_cert_verifier_options.ctx(options, contexts.register(check));
            MemorySegment out = scope.out();
            contexts.settle(
                    rustls4j_h.rustls4j_server_cert_verifier_new(options, out),
                    Reason.PARAMETERS,
                    "the verifier's schemes or names");
            return own(scope, out);
        }
    }

    private static MemorySegment own(NativeScope scope, MemorySegment out) {
        return scope.own(HandleKind.SERVER_CERT_VERIFIER, out.get(ValueLayout.ADDRESS, 0));
    }

    private static void check(int result) {
        ResultCodes.checkConfig(result, Reason.TRUST_ANCHORS, "the certificate verifier");
    }
}
