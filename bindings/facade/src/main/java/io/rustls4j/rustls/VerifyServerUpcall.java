package io.rustls4j.rustls;

import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ffi.rustls4j_server_cert_params;
import io.rustls4j.ffi.rustls4j_verify_server_cert_callback;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.Optional;

/** Native code asks the application whether to trust a server's certificate. */
final class VerifyServerUpcall {
    static final MemorySegment STUB =
            UpcallStub.of(
                    rustls4j_verify_server_cert_callback.Function.class,
                    new rustls4j_verify_server_cert_callback.Function() {
                        @Override
                        public int apply(long ctx, MemorySegment params) {
                            return verifyServer(ctx, params);
                        }
                    },
                    rustls4j_verify_server_cert_callback.descriptor());

    private VerifyServerUpcall() {}

    /** Errors are caught as well: whatever passes here would end the JVM. */
    private static int verifyServer(long ctx, MemorySegment params) {
        try {
            byte[] ocsp = NativeData.readBytes(rustls4j_server_cert_params.ocsp_response(params));
            ServerCertVerifier.Presented presented =
                    new ServerCertVerifier.Presented(
                            NativeData.readChain(
                                    rustls4j_server_cert_params.chain(params),
                                    rustls4j_server_cert_params.chain_len(params)),
                            NativeData.utf8(
                                    NativeData.readBytes(
                                            rustls4j_server_cert_params.server_name(params))),
                            ocsp.length == 0 ? Optional.empty() : Optional.of(ocsp),
                            Instant.ofEpochSecond(
                                    rustls4j_server_cert_params.now_unix_seconds(params)));
            Contexts.find(ctx, ServerCertVerifier.Check.class).verify(presented);
            return RustlsResult.OK;
        } catch (Throwable thrown) {
            return VerifyFailure.code(thrown);
        }
    }
}
