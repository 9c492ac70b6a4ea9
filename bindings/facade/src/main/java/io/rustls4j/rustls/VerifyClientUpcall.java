package io.rustls4j.rustls;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ffi.rustls4j_client_cert_params;
import io.rustls4j.ffi.rustls4j_verify_client_cert_callback;
import java.lang.foreign.MemorySegment;
import java.time.Instant;

/** Native code asks the application whether to trust a client's certificate. */
final class VerifyClientUpcall {
    static final MemorySegment STUB =
            UpcallStub.of(
                    rustls4j_verify_client_cert_callback.Function.class,
                    new rustls4j_verify_client_cert_callback.Function() {
                        @Override
                        public int apply(long ctx, MemorySegment params) {
                            return verifyClient(ctx, params);
                        }
                    },
                    rustls4j_verify_client_cert_callback.descriptor());

    private VerifyClientUpcall() {}

    private static int verifyClient(long ctx, MemorySegment params) {
        try {
            ClientCertVerifier.Presented presented =
                    new ClientCertVerifier.Presented(
                            NativeData.readChain(
                                    rustls4j_client_cert_params.chain(params),
                                    rustls4j_client_cert_params.chain_len(params)),
                            Instant.ofEpochSecond(
                                    rustls4j_client_cert_params.now_unix_seconds(params)));
            Contexts.find(ctx, ClientCertVerifier.Check.class).verify(presented);
            return RustlsResult.OK;
        } catch (Throwable thrown) {
            return VerifyFailure.code(thrown);
        }
    }
}
