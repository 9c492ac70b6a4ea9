package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.RootCertStore;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Makes rustls's root stores, for the time of a scope: verifiers keep their own reference. */
final class NativeRoots {
    private NativeRoots() {}

    static MemorySegment of(NativeScope scope, RootCertStore store) {
        MemorySegment builder =
                scope.own(
                        HandleKind.ROOT_CERT_STORE_BUILDER,
                        rustls_h.rustls_root_cert_store_builder_new());
        add(scope, builder, store.roots(), true);
        add(scope, builder, store.lenientRoots(), false);
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_root_cert_store_builder_build(builder, out),
                Reason.TRUST_ANCHORS,
                "the root store");
        return scope.own(HandleKind.ROOT_CERT_STORE, out.get(ValueLayout.ADDRESS, 0));
    }

    private static void add(
            NativeScope scope, MemorySegment builder, List<CertificateDer> roots, boolean strict) {
        if (roots.isEmpty()) {
            return;
        }
        byte[] pem = NativeData.pem(roots);
        ResultCodes.checkConfig(
                rustls_h.rustls_root_cert_store_builder_add_pem(
                        builder, scope.copy(pem), pem.length, strict),
                Reason.TRUST_ANCHORS,
                "one of " + roots.size() + " trust anchors");
    }
}
