package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls4j_client_cert_verifier_options;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_server_cert_verifier_options;
import io.rustls4j.ffi.rustls4j_web_pki_client_cert_verifier_options;
import io.rustls4j.ffi.rustls_h;
import io.rustls4j.pem.PemWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Makes rustls's certificate verifiers, for the time of a scope: configurations keep their own
 * reference.
 */
final class NativeVerifiers {
    private NativeVerifiers() {}

    static MemorySegment of(
            NativeScope scope, MemorySegment provider, ServerCertVerifier verifier) {
        MemorySegment out = scope.out();
        switch (verifier) {
            case ServerCertVerifier.WebPki webPki -> webPki(scope, provider, webPki, out);
            case ServerCertVerifier.Platform platform ->
                    ResultCodes.checkConfig(
                            rustls_h.rustls_platform_server_cert_verifier_try_with_provider(
                                    provider, out),
                            Reason.TRUST_ANCHORS,
                            "the platform's verifier");
            case ServerCertVerifier.Custom custom -> custom(scope, provider, custom, out);
        }
        return scope.own(HandleKind.SERVER_CERT_VERIFIER, out.get(ValueLayout.ADDRESS, 0));
    }

    static MemorySegment of(
            NativeScope scope, MemorySegment provider, ClientCertVerifier verifier) {
        MemorySegment out = scope.out();
        switch (verifier) {
            case ClientCertVerifier.WebPki webPki -> webPki(scope, provider, webPki, out);
            case ClientCertVerifier.Custom custom -> custom(scope, provider, custom, out);
        }
        return scope.own(HandleKind.CLIENT_CERT_VERIFIER, out.get(ValueLayout.ADDRESS, 0));
    }

    private static void webPki(
            NativeScope scope,
            MemorySegment provider,
            ServerCertVerifier.WebPki verifier,
            MemorySegment out) {
        MemorySegment builder =
                scope.own(
                        HandleKind.SERVER_CERT_VERIFIER_BUILDER,
                        rustls_h.rustls_web_pki_server_cert_verifier_builder_new_with_provider(
                                provider, roots(scope, verifier.roots())));
        RevocationPolicy policy = verifier.revocation();
        for (byte[] crl : policy.crls()) {
            byte[] pem = PemWriter.write("X509 CRL", crl);
            ResultCodes.checkConfig(
                    rustls_h.rustls_web_pki_server_cert_verifier_builder_add_crl(
                            builder, scope.copy(pem), pem.length),
                    Reason.REVOCATION_LIST,
                    "a certificate revocation list of " + crl.length + " bytes");
        }
        if (policy.onlyEndEntity()) {
            check(
                    rustls_h.rustls_web_pki_server_cert_verifier_only_check_end_entity_revocation(
                            builder));
        }
        if (policy.allowUnknownStatus()) {
            check(
                    rustls_h.rustls_web_pki_server_cert_verifier_allow_unknown_revocation_status(
                            builder));
        }
        if (policy.enforceExpiration()) {
            check(rustls_h.rustls_web_pki_server_cert_verifier_enforce_revocation_expiry(builder));
        }
        check(rustls_h.rustls_web_pki_server_cert_verifier_builder_build(builder, out));
    }

    /**
     * The extension's twin of upstream's builder, which cannot enforce expiry and mixes up the
     * hints.
     */
    private static void webPki(
            NativeScope scope,
            MemorySegment provider,
            ClientCertVerifier.WebPki verifier,
            MemorySegment out) {
        RevocationPolicy policy = verifier.revocation();
        List<byte[]> crls = policy.crls();
        List<byte[]> caNames = verifier.caNames().orElse(List.of());
        MemorySegment options =
                rustls4j_web_pki_client_cert_verifier_options.allocate(scope.arena());
        rustls4j_web_pki_client_cert_verifier_options.provider(options, provider);
        rustls4j_web_pki_client_cert_verifier_options.roots(
                options, roots(scope, verifier.roots()));
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
        check(rustls4j_h.rustls4j_web_pki_client_cert_verifier_new(options, out));
    }

    private static void custom(
            NativeScope scope,
            MemorySegment provider,
            ServerCertVerifier.Custom verifier,
            MemorySegment out) {
        int[] schemes = ids(verifier.schemes());
        MemorySegment options = rustls4j_server_cert_verifier_options.allocate(scope.arena());
        long ctx = Contexts.register(verifier.check());
        rustls4j_server_cert_verifier_options.ctx(options, ctx);
        rustls4j_server_cert_verifier_options.verify(options, CertificateUpcalls.VERIFY_SERVER);
        rustls4j_server_cert_verifier_options.drop(options, Contexts.DROP);
        rustls4j_server_cert_verifier_options.provider(options, provider);
        rustls4j_server_cert_verifier_options.schemes(
                options, NativeData.u16s(scope.arena(), schemes));
        rustls4j_server_cert_verifier_options.schemes_len(options, schemes.length);
        rustls4j_server_cert_verifier_options.ca_names(
                options, NativeData.bytesArray(scope, verifier.caNames()));
        rustls4j_server_cert_verifier_options.ca_names_len(options, verifier.caNames().size());
        checkCustom(rustls4j_h.rustls4j_server_cert_verifier_new(options, out), ctx);
    }

    private static void custom(
            NativeScope scope,
            MemorySegment provider,
            ClientCertVerifier.Custom verifier,
            MemorySegment out) {
        int[] schemes = ids(verifier.schemes());
        MemorySegment options = rustls4j_client_cert_verifier_options.allocate(scope.arena());
        long ctx = Contexts.register(verifier.check());
        rustls4j_client_cert_verifier_options.ctx(options, ctx);
        rustls4j_client_cert_verifier_options.verify(options, CertificateUpcalls.VERIFY_CLIENT);
        rustls4j_client_cert_verifier_options.drop(options, Contexts.DROP);
        rustls4j_client_cert_verifier_options.provider(options, provider);
        rustls4j_client_cert_verifier_options.schemes(
                options, NativeData.u16s(scope.arena(), schemes));
        rustls4j_client_cert_verifier_options.schemes_len(options, schemes.length);
        rustls4j_client_cert_verifier_options.ca_names(
                options, NativeData.bytesArray(scope, verifier.caNames()));
        rustls4j_client_cert_verifier_options.ca_names_len(options, verifier.caNames().size());
        rustls4j_client_cert_verifier_options.mandatory(options, verifier.mandatory());
        checkCustom(rustls4j_h.rustls4j_client_cert_verifier_new(options, out), ctx);
    }

    private static MemorySegment roots(NativeScope scope, RootCertStore store) {
        MemorySegment builder =
                scope.own(
                        HandleKind.ROOT_CERT_STORE_BUILDER,
                        rustls_h.rustls_root_cert_store_builder_new());
        add(scope, builder, store.roots(), true);
        add(scope, builder, store.lenientRoots(), false);
        MemorySegment out = scope.out();
        check(rustls_h.rustls_root_cert_store_builder_build(builder, out));
        return scope.own(HandleKind.ROOT_CERT_STORE, out.get(ValueLayout.ADDRESS, 0));
    }

    private static void add(
            NativeScope scope, MemorySegment builder, List<CertificateDer> roots, boolean strict) {
        if (roots.isEmpty()) {
            return;
        }
        byte[] pem =
                PemWriter.writeAll(
                        "CERTIFICATE", roots.stream().map(CertificateDer::bytes).toList());
        ResultCodes.checkConfig(
                rustls_h.rustls_root_cert_store_builder_add_pem(
                        builder, scope.copy(pem), pem.length, strict),
                Reason.TRUST_ANCHORS,
                "one of " + roots.size() + " trust anchors");
    }

    private static int[] ids(List<SignatureScheme> schemes) {
        return schemes.stream().mapToInt(SignatureScheme::id).toArray();
    }

    private static void checkCustom(int result, long ctx) {
        if (result != ResultCodes.OK) {
            Contexts.drop(ctx);
            throw ResultCodes.configFailure(
                    result, Reason.PARAMETERS, "the verifier's schemes or names");
        }
    }

    private static void check(int result) {
        ResultCodes.checkConfig(result, Reason.TRUST_ANCHORS, "the certificate verifier");
    }
}
