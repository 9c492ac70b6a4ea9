package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.CryptoProvider;
import io.rustls4j.NamedGroup;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** Makes rustls's crypto provider: aws-lc-rs, narrowed to what was chosen. */
final class NativeProvider {
    private NativeProvider() {}

    /** A provider that lives as long as the scope. */
    static MemorySegment of(NativeScope scope, CryptoProvider choice) {
        MemorySegment provider = base(scope);
        if (choice.cipherSuites().isPresent()) {
            provider = withCipherSuites(scope, provider, choice.cipherSuites().get());
        }
        if (choice.kxGroups().isPresent()) {
            provider = withKxGroups(scope, provider, choice.kxGroups().get());
        }
        return provider;
    }

    /** Everything that aws-lc-rs has. */
    static MemorySegment base(NativeScope scope) {
        return scope.own(HandleKind.CRYPTO_PROVIDER, rustls_h.rustls_aws_lc_rs_crypto_provider());
    }

    static List<CipherSuite> supportedCipherSuites() {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment provider = base(scope);
            List<CipherSuite> suites = new ArrayList<>();
            for (long i = 0; i < rustls_h.rustls_crypto_provider_ciphersuites_len(provider); i++) {
                suites.add(idOf(rustls_h.rustls_crypto_provider_ciphersuites_get(provider, i)));
            }
            return List.copyOf(suites);
        }
    }

    static List<NamedGroup> supportedKxGroups() {
        List<NamedGroup> groups = new ArrayList<>();
        for (long i = 0; i < rustls4j_h.rustls4j_supported_kx_groups_len(); i++) {
            groups.add(
                    new NamedGroup(
                            Short.toUnsignedInt(rustls4j_h.rustls4j_supported_kx_groups_get(i))));
        }
        return List.copyOf(groups);
    }

    static boolean fips() {
        try (NativeScope scope = new NativeScope()) {
            return rustls_h.rustls_crypto_provider_fips(base(scope));
        }
    }

    static void random(byte[] bytes) {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment buffer = scope.copySecret(bytes);
            ResultCodes.checkConfig(
                    rustls_h.rustls_crypto_provider_random(base(scope), buffer, bytes.length),
                    Reason.PARAMETERS,
                    "no random numbers");
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
        }
    }

    private static MemorySegment withCipherSuites(
            NativeScope scope, MemorySegment base, List<CipherSuite> suites) {
        List<MemorySegment> pointers = new ArrayList<>(suites.size());
        for (CipherSuite suite : suites) {
            pointers.add(find(base, suite));
        }
        MemorySegment builder =
                scope.own(
                        HandleKind.CRYPTO_PROVIDER_BUILDER,
                        rustls_h.rustls_crypto_provider_builder_new_with_base(base));
        ResultCodes.checkConfig(
                rustls_h.rustls_crypto_provider_builder_set_cipher_suites(
                        builder, NativeData.pointers(scope.arena(), pointers), pointers.size()),
                Reason.PARAMETERS,
                "the cipher suites " + suites);
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_crypto_provider_builder_build(builder, out),
                Reason.PARAMETERS,
                "the cipher suites " + suites);
        return scope.own(HandleKind.CRYPTO_PROVIDER, out.get(ValueLayout.ADDRESS, 0));
    }

    private static MemorySegment find(MemorySegment provider, CipherSuite wanted) {
        long count = rustls_h.rustls_crypto_provider_ciphersuites_len(provider);
        for (long i = 0; i < count; i++) {
            MemorySegment suite = rustls_h.rustls_crypto_provider_ciphersuites_get(provider, i);
            if (idOf(suite).equals(wanted)) {
                return suite;
            }
        }
        throw new TlsConfigException(
                Reason.PARAMETERS,
                "rustls has no cipher suite " + wanted + "; it has " + supportedCipherSuites());
    }

    private static CipherSuite idOf(MemorySegment suite) {
        return new CipherSuite(
                Short.toUnsignedInt(rustls_h.rustls_supported_ciphersuite_get_suite(suite)));
    }

    private static MemorySegment withKxGroups(
            NativeScope scope, MemorySegment base, List<NamedGroup> groups) {
        MemorySegment out = scope.out();
        int result =
                rustls4j_h.rustls4j_crypto_provider_with_kx_groups(
                        base, NativeNumbers.groups(scope, groups), groups.size(), out);
        if (result != RustlsResult.OK) {
            throw refused(result, groups);
        }
        return scope.own(HandleKind.CRYPTO_PROVIDER, out.get(ValueLayout.ADDRESS, 0));
    }

    private static RuntimeException refused(int result, List<NamedGroup> groups) {
        List<NamedGroup> supported = supportedKxGroups();
        for (NamedGroup group : groups) {
            if (!supported.contains(group)) {
                return new TlsConfigException(
                        Reason.PARAMETERS,
                        "rustls has no key-exchange group " + group + "; it has " + supported);
            }
        }
        return ResultCodes.configFailure(
                result, Reason.PARAMETERS, "the key-exchange groups " + groups);
    }
}
