package io.rustls4j.rustls;

import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ffi.rustls4j_client_cert_params;
import io.rustls4j.ffi.rustls4j_server_cert_params;
import io.rustls4j.ffi.rustls4j_verify_client_cert_callback;
import io.rustls4j.ffi.rustls4j_verify_server_cert_callback;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.Optional;

/** Native code asks the application whether to trust a certificate. */
final class CertificateUpcalls {
    static final MemorySegment VERIFY_SERVER =
            UpcallStub.of(
                    rustls4j_verify_server_cert_callback.Function.class,
                    CertificateUpcalls::verifyServer,
                    rustls4j_verify_server_cert_callback.descriptor());
    static final MemorySegment VERIFY_CLIENT =
            UpcallStub.of(
                    rustls4j_verify_client_cert_callback.Function.class,
                    CertificateUpcalls::verifyClient,
                    rustls4j_verify_client_cert_callback.descriptor());

    private CertificateUpcalls() {}

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
            return refuse(thrown);
        }
    }

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
            return refuse(thrown);
        }
    }

    private static int refuse(Throwable thrown) {
        UpcallFailure.keep(thrown);
        return thrown instanceof CertificateErrorException refused
                ? ResultCodes.codeOf(refused.error())
                : RustlsResult.CERT_OTHER_ERROR;
    }
}
