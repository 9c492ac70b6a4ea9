package io.rustls4j.rustls;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.RootCertStore;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls4j_client_cert_verifier_options;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_web_pki_client_cert_verifier_options;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * Makes rustls's verifiers of clients, for the time of a scope: configurations keep their own
 * reference.
 */
final class NativeClientVerifiers {
    private NativeClientVerifiers() {}

    static MemorySegment of(
            NativeScope scope, MemorySegment provider, ClientCertVerifier verifier) {
        return switch (verifier) {
            case ClientCertVerifier.WebPki webPki -> webPki(scope, provider, webPki);
            case ClientCertVerifier.Custom custom ->
                    asking(
                            scope,
                            options(
                                    scope,
                                    provider,
                                    custom.mandatory(),
                                    custom.schemes(),
                                    custom.caNames()),
                            custom.check());
            case ClientCertVerifier.WebPkiOr either -> webPkiOr(scope, provider, either);
        };
    }

    /**
     * The extension's twin of upstream's builder, which cannot enforce expiry and mixes up the
     * hints.
     */
    private static MemorySegment webPki(
            NativeScope scope, MemorySegment provider, ClientCertVerifier.WebPki verifier) {
        RevocationPolicy policy = verifier.revocation();
        List<byte[]> crls = policy.crls();
        List<byte[]> caNames = verifier.caNames().orElse(List.of());
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
                options, verifier.caNames().isPresent());
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

    private static MemorySegment webPkiOr(
            NativeScope scope, MemorySegment provider, ClientCertVerifier.WebPkiOr verifier) {
        MemorySegment options =
                options(
                        scope,
                        provider,
                        verifier.mandatory(),
                        verifier.schemes(),
                        verifier.caNames());
        // Without a root there is nothing that webpki could trust; rustls makes no such verifier.
        if (!verifier.roots().isEmpty()) {
            rustls4j_client_cert_verifier_options.first(
                    options, webPki(scope, provider, verifier.roots(), verifier.revocation()));
        }
        return asking(scope, options, verifier.otherwise());
    }

    private static MemorySegment webPki(
            NativeScope scope,
            MemorySegment provider,
            RootCertStore roots,
            RevocationPolicy revocation) {
        return webPki(
                scope,
                provider,
                new ClientCertVerifier.WebPki(roots, revocation, true, Optional.empty()));
    }

    private static MemorySegment options(
            NativeScope scope,
            MemorySegment provider,
            boolean mandatory,
            List<SignatureScheme> schemes,
            List<byte[]> caNames) {
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
        rustls4j_client_cert_verifier_options.mandatory(options, mandatory);
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
