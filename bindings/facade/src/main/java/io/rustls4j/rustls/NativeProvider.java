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
        MemorySegment base = base(scope);
        return choice.cipherSuites().isEmpty() && choice.kxGroups().isEmpty()
                ? base
                : with(
                        scope,
                        base,
                        choice.cipherSuites().orElse(List.of()),
                        choice.kxGroups().orElse(List.of()));
    }

    /** Everything that aws-lc-rs has. */
    static MemorySegment base(NativeScope scope) {
        return scope.own(
                HandleKind.CRYPTO_PROVIDER, rustls4j_h.rustls4j_aws_lc_rs_crypto_provider());
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

    private static MemorySegment with(
            NativeScope scope,
            MemorySegment base,
            List<CipherSuite> suites,
            List<NamedGroup> groups) {
        MemorySegment out = scope.out();
        int result =
                rustls4j_h.rustls4j_crypto_provider_with(
                        base,
                        NativeNumbers.suites(scope, suites),
                        suites.size(),
                        NativeNumbers.groups(scope, groups),
                        groups.size(),
                        out);
        if (result != RustlsResult.OK) {
            throw refused(result, suites, groups);
        }
        return scope.own(HandleKind.CRYPTO_PROVIDER, out.get(ValueLayout.ADDRESS, 0));
    }

    private static CipherSuite idOf(MemorySegment suite) {
        return new CipherSuite(
                Short.toUnsignedInt(rustls_h.rustls_supported_ciphersuite_get_suite(suite)));
    }

    private static RuntimeException refused(
            int result, List<CipherSuite> suites, List<NamedGroup> groups) {
        List<CipherSuite> supportedSuites = supportedCipherSuites();
        for (CipherSuite suite : suites) {
            if (!supportedSuites.contains(suite)) {
                return new TlsConfigException(
                        Reason.PARAMETERS,
                        "rustls has no cipher suite " + suite + "; it has " + supportedSuites);
            }
        }
        List<NamedGroup> supported = supportedKxGroups();
        for (NamedGroup group : groups) {
            if (!supported.contains(group)) {
                return new TlsConfigException(
                        Reason.PARAMETERS,
                        "rustls has no key-exchange group " + group + "; it has " + supported);
            }
        }
        return ResultCodes.configFailure(
                result,
                Reason.PARAMETERS,
                "the cipher suites " + suites + " and key-exchange groups " + groups);
    }
}
