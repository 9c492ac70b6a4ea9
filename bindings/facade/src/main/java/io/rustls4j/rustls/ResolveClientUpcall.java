package io.rustls4j.rustls;

import io.rustls4j.ClientCertResolver;
import io.rustls4j.SignatureScheme;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_resolve_client_cert_callback;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Native code asks the application which certificate a client shows. It takes over the reference
 * that is returned.
 */
final class ResolveClientUpcall {
    static final MemorySegment STUB =
            UpcallStub.of(
                    rustls4j_resolve_client_cert_callback.Function.class,
                    new rustls4j_resolve_client_cert_callback.Function() {
                        @Override
                        public MemorySegment apply(
                                long ctx,
                                MemorySegment caNames,
                                long caNamesLen,
                                MemorySegment schemes,
                                long schemesLen) {
                            return resolveClient(ctx, caNames, caNamesLen, schemes, schemesLen);
                        }
                    },
                    rustls4j_resolve_client_cert_callback.descriptor());

    /** Anything else would be taken for a client that has no certificate, and may go on. */
    private static final MemorySegment NO_CHOICE =
            MemorySegment.ofAddress(rustls4j_h.RUSTLS4J_NO_CHOICE());

    private ResolveClientUpcall() {}

    private static MemorySegment resolveClient(
            long ctx,
            MemorySegment caNames,
            long caNamesLen,
            MemorySegment schemes,
            long schemesLen) {
        try {
            List<SignatureScheme> accepted =
                    NativeData.readU16s(schemes, schemesLen).stream()
                            .map(SignatureScheme::new)
                            .toList();
            return NativeKeys.reference(
                    Contexts.find(ctx, ClientCertResolver.class)
                            .resolve(NativeData.readBytesArray(caNames, caNamesLen), accepted));
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return NO_CHOICE;
        }
    }
}
