package io.rustls4j.rustls;

import io.rustls4j.ClientCertResolver;
import io.rustls4j.SignatureScheme;
import io.rustls4j.ffi.rustls4j_client_cert_request;
import io.rustls4j.ffi.rustls4j_resolve_client_cert_callback;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Native code asks the application which certificate a client shows. It takes over the reference in
 * the answer.
 */
final class ResolveClientUpcall {
    static final MemorySegment STUB =
            UpcallStub.of(
                    rustls4j_resolve_client_cert_callback.Function.class,
                    new rustls4j_resolve_client_cert_callback.Function() {
                        @Override
                        public int apply(long ctx, MemorySegment request) {
                            return resolveClient(ctx, request);
                        }
                    },
                    rustls4j_resolve_client_cert_callback.descriptor());

    private ResolveClientUpcall() {}

    /** No key and no failure is a client that has no certificate, and may go on. */
    private static int resolveClient(long ctx, MemorySegment request) {
        try {
            List<SignatureScheme> accepted =
                    NativeData.readU16s(
                                    rustls4j_client_cert_request.signature_schemes(request),
                                    rustls4j_client_cert_request.signature_schemes_len(request))
                            .stream()
                            .map(SignatureScheme::new)
                            .toList();
            List<byte[]> caNames =
                    NativeData.readBytesArray(
                            rustls4j_client_cert_request.ca_names(request),
                            rustls4j_client_cert_request.ca_names_len(request));
            NativeKeys.answer(
                    Contexts.find(ctx, ClientCertResolver.class).resolve(caNames, accepted),
                    request.asSlice(
                            rustls4j_client_cert_request.key$offset(),
                            rustls4j_client_cert_request.key$layout()));
            return RustlsResult.OK;
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return RustlsResult.GENERAL;
        }
    }
}
