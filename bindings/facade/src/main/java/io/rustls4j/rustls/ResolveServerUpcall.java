package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.ServerCertResolver;
import io.rustls4j.SignatureScheme;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.ffi.rustls4j_client_hello;
import io.rustls4j.ffi.rustls4j_resolve_server_cert_callback;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Native code asks the application which certificate a server shows. It takes over the reference in
 * the answer.
 */
final class ResolveServerUpcall {
    static final MemorySegment STUB =
            UpcallStub.of(
                    rustls4j_resolve_server_cert_callback.Function.class,
                    new rustls4j_resolve_server_cert_callback.Function() {
                        @Override
                        public int apply(long ctx, MemorySegment hello) {
                            return resolveServer(ctx, hello);
                        }
                    },
                    rustls4j_resolve_server_cert_callback.descriptor());

    private ResolveServerUpcall() {}

    private static int resolveServer(long ctx, MemorySegment hello) {
        try {
            NativeKeys.answer(
                    Contexts.find(ctx, ServerCertResolver.class).resolve(read(hello)),
                    hello.asSlice(
                            rustls4j_client_hello.key$offset(),
                            rustls4j_client_hello.key$layout()));
            return RustlsResult.OK;
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return RustlsResult.GENERAL;
        }
    }

    private static ClientHello read(MemorySegment hello) {
        byte[] name = NativeData.readBytes(rustls4j_client_hello.server_name(hello));
        return new ClientHello(
                name.length == 0 ? Optional.empty() : Optional.of(NativeData.utf8(name)),
                NativeData.readU16s(
                                rustls4j_client_hello.signature_schemes(hello),
                                rustls4j_client_hello.signature_schemes_len(hello))
                        .stream()
                        .map(SignatureScheme::new)
                        .toList(),
                NativeData.readU16s(
                                rustls4j_client_hello.cipher_suites(hello),
                                rustls4j_client_hello.cipher_suites_len(hello))
                        .stream()
                        .map(CipherSuite::new)
                        .toList(),
                NativeData.readU16s(
                                rustls4j_client_hello.named_groups(hello),
                                rustls4j_client_hello.named_groups_len(hello))
                        .stream()
                        .map(NamedGroup::new)
                        .toList(),
                NativeData.readBytesArray(
                                rustls4j_client_hello.alpn(hello),
                                rustls4j_client_hello.alpn_len(hello))
                        .stream()
                        .map(AlpnNames::name)
                        .toList(),
                NativeData.readBytesArray(
                        rustls4j_client_hello.ca_names(hello),
                        rustls4j_client_hello.ca_names_len(hello)));
    }
}
