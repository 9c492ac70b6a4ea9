package io.rustls4j.rustls;

import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CustomClientVerifier;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.ffi.rustls4j_client_cert_verifier_options;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_web_pki_client_cert_verifier_options;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes rustls's verifiers of clients, for the time of a scope: configurations keep their own
 * reference.
 */
final class NativeClientVerifiers {
    private NativeClientVerifiers() {}

    static MemorySegment of(
            NativeScope scope, MemorySegment provider, ClientCertVerifier verifier) {
        return switch (verifier) {
            case WebPkiClientVerifier webPki -> webPki(scope, provider, webPki);
            case CustomClientVerifier custom -> custom(scope, provider, custom);
        };
    }

    /**
     * The extension's twin of upstream's builder, which cannot enforce expiry and mixes up the
     * hints.
     */
    private static MemorySegment webPki(
            NativeScope scope, MemorySegment provider, WebPkiClientVerifier verifier) {
        RevocationPolicy policy = verifier.revocation();
        List<byte[]> crls = new ArrayList<>();
        for (CertificateRevocationListDer crl : policy.crls()) {
            crls.add(crl.bytes());
        }
        List<byte[]> caNames = verifier.rootHintSubjects().orElse(List.of());
        MemorySegment options =
                rustls4j_web_pki_client_cert_verifier_options.allocate(scope.arena());
        rustls4j_web_pki_client_cert_verifier_options.provider(options, provider);
        rustls4j_web_pki_client_cert_verifier_options.roots(
                options, NativeRoots.of(scope, verifier.roots()));
        rustls4j_web_pki_client_cert_verifier_options.crls(
                options, NativeData.bytesArray(scope, crls));
        rustls4j_web_pki_client_cert_verifier_options.crls_len(options, crls.size());
        rustls4j_web_pki_client_cert_verifier_options.ca_names(
                options, NativeData.bytesArray(scope, caNames));
        rustls4j_web_pki_client_cert_verifier_options.ca_names_len(options, caNames.size());
        rustls4j_web_pki_client_cert_verifier_options.ca_names_set(
                options, verifier.rootHintSubjects().isPresent());
        rustls4j_web_pki_client_cert_verifier_options.only_check_end_entity_revocation(
                options, policy.onlyEndEntity());
        rustls4j_web_pki_client_cert_verifier_options.allow_unknown_revocation_status(
                options, policy.allowUnknownStatus());
        rustls4j_web_pki_client_cert_verifier_options.enforce_revocation_expiry(
                options, policy.enforceExpiration());
        rustls4j_web_pki_client_cert_verifier_options.allow_unauthenticated(
                options, !verifier.mandatory());
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls4j_h.rustls4j_web_pki_client_cert_verifier_new(options, out),
                Reason.TRUST_ANCHORS,
                "the certificate verifier");
        return own(scope, out);
    }

    private static MemorySegment custom(
            NativeScope scope, MemorySegment provider, CustomClientVerifier verifier) {
        MemorySegment options = options(scope, provider, verifier);
        if (verifier.webPki().isPresent()) {
            rustls4j_client_cert_verifier_options.first(
                    options, webPki(scope, provider, verifier.webPki().get()));
        }
        return asking(scope, options, verifier.check());
    }

    private static MemorySegment options(
            NativeScope scope, MemorySegment provider, CustomClientVerifier verifier) {
        List<byte[]> caNames = verifier.rootHintSubjects();
        List<SignatureScheme> schemes = verifier.supportedVerifySchemes();
        MemorySegment options = rustls4j_client_cert_verifier_options.allocate(scope.arena());
        options.fill((byte) 0);
        rustls4j_client_cert_verifier_options.verify(options, VerifyClientUpcall.STUB);
        rustls4j_client_cert_verifier_options.drop(options, Contexts.DROP);
        rustls4j_client_cert_verifier_options.provider(options, provider);
        rustls4j_client_cert_verifier_options.schemes(
                options, NativeNumbers.schemes(scope, schemes));
        rustls4j_client_cert_verifier_options.schemes_len(options, schemes.size());
        rustls4j_client_cert_verifier_options.ca_names(
                options, NativeData.bytesArray(scope, caNames));
        rustls4j_client_cert_verifier_options.ca_names_len(options, caNames.size());
        rustls4j_client_cert_verifier_options.mandatory(options, verifier.mandatory());
        return options;
    }

    private static MemorySegment asking(
            NativeScope scope, MemorySegment options, ClientCertVerifier.Check check) {
        try (ContextLedger contexts = new ContextLedger()) {
            rustls4j_client_cert_verifier_options.ctx(options, contexts.register(check));
            MemorySegment out = scope.out();
            contexts.settle(
                    rustls4j_h.rustls4j_client_cert_verifier_new(options, out),
                    Reason.PARAMETERS,
                    "the verifier's schemes or names");
            return own(scope, out);
        }
    }

    private static MemorySegment own(NativeScope scope, MemorySegment out) {
        return scope.own(HandleKind.CLIENT_CERT_VERIFIER, out.get(ValueLayout.ADDRESS, 0));
    }
}
