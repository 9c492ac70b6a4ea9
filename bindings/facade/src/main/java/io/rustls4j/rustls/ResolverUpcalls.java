package io.rustls4j.rustls;

import io.rustls4j.CertifiedKey;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientCertResolver;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.ServerCertResolver;
import io.rustls4j.SignatureScheme;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.ffi.rustls4j_client_hello;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_resolve_client_cert_callback;
import io.rustls4j.ffi.rustls4j_resolve_server_cert_callback;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Native code asks the application which certificate to show. It takes over the reference that is
 * returned.
 */
final class ResolverUpcalls {
    static final MemorySegment RESOLVE_SERVER =
            UpcallStub.of(
                    rustls4j_resolve_server_cert_callback.Function.class,
                    ResolverUpcalls::resolveServer,
                    rustls4j_resolve_server_cert_callback.descriptor());
    static final MemorySegment RESOLVE_CLIENT =
            UpcallStub.of(
                    rustls4j_resolve_client_cert_callback.Function.class,
                    ResolverUpcalls::resolveClient,
                    rustls4j_resolve_client_cert_callback.descriptor());

    /** Anything else would be taken for a client that has no certificate, and may go on. */
    private static final MemorySegment NO_CHOICE =
            MemorySegment.ofAddress(rustls4j_h.RUSTLS4J_NO_CHOICE());

    private ResolverUpcalls() {}

    private static MemorySegment resolveServer(long ctx, MemorySegment hello) {
        try {
            return reference(Contexts.find(ctx, ServerCertResolver.class).resolve(read(hello)));
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return MemorySegment.NULL;
        }
    }

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
            return reference(
                    Contexts.find(ctx, ClientCertResolver.class)
                            .resolve(NativeData.readBytesArray(caNames, caNamesLen), accepted));
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return NO_CHOICE;
        }
    }

    private static MemorySegment reference(@Nullable CertifiedKey key) {
        if (key == null) {
            return MemorySegment.NULL;
        }
        NativeHandle handle = NativeKeys.handleOf(key);
        MemorySegment pointer = handle.acquire();
        try {
            return rustls4j_h.rustls4j_certified_key_clone(pointer);
        } finally {
            handle.release();
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
