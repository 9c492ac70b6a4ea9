package io.rustls4j.rustls;

import io.rustls4j.CertifiedKey;
import io.rustls4j.KeyMaterial;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls4j_bytes;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_signing_key_options;
import io.rustls4j.ffi.rustls_h;
import io.rustls4j.ffi.rustls_slice_bytes;
import io.rustls4j.pem.PemWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes rustls's certified keys. One is made per {@link CertifiedKey} and kept as long as that is
 * reachable, since a resolver hands out the same key for every connection.
 */
final class NativeKeys {

    /** Certified keys are compared by identity, so this is a weak identity map. */
    private static final Map<CertifiedKey, NativeKeys> MADE = new WeakHashMap<>();

    private final NativeHandle handle;

    private NativeKeys(MemorySegment pointer) {
        this.handle = NativeHandle.of(this, HandleKind.CERTIFIED_KEY, pointer);
    }

    /** The native key, which stays open as long as {@code key} is reachable. */
    static NativeHandle handleOf(CertifiedKey key) {
        if (key.isDestroyed()) {
            throw new IllegalStateException("the private key of " + key + " has been destroyed");
        }
        synchronized (MADE) {
            NativeKeys made = MADE.get(key);
            if (made == null) {
                made = make(key);
                MADE.put(key, made);
            }
            return made.handle;
        }
    }

    /** The native keys, which stay open until the scope's end. */
    static List<MemorySegment> use(NativeScope scope, List<CertifiedKey> keys) {
        List<MemorySegment> pointers = new ArrayList<>(keys.size());
        for (CertifiedKey key : keys) {
            pointers.add(scope.use(handleOf(key)));
        }
        return pointers;
    }

    /** Writes a reference for native code to take over, where there is NULL for no key. */
    static void answer(@Nullable CertifiedKey key, MemorySegment to) {
        if (key == null) {
            return;
        }
        NativeHandle handle = handleOf(key);
        MemorySegment pointer = handle.acquire();
        try {
            copyReference(pointer, to);
        } finally {
            handle.release();
        }
    }

    private static void copyReference(MemorySegment key, MemorySegment to) {
        ResultCodes.checkConfig(
                rustls4j_h.rustls4j_certified_key_clone(key, to),
                Reason.CERTIFICATE,
                "another reference to a key");
    }

    private static MemorySegment copyReference(NativeScope scope, MemorySegment key) {
        MemorySegment out = scope.out();
        copyReference(key, out);
        return out.get(ValueLayout.ADDRESS, 0);
    }

    private static NativeKeys make(CertifiedKey key) {
        try (NativeScope scope = new NativeScope()) {
            byte[] chain = NativeData.pem(key.chain());
            MemorySegment pointer =
                    switch (key.key()) {
                        case KeyMaterial.Encoded encoded -> build(scope, chain, encoded);
                        case KeyMaterial.Opaque opaque -> buildOpaque(scope, chain, opaque.key());
                    };
            scope.own(HandleKind.CERTIFIED_KEY, pointer);
            checkMatch(pointer, key);
            Optional<byte[]> ocsp = key.ocspResponse();
            return new NativeKeys(
                    ocsp.isPresent()
                            ? withOcsp(scope, pointer, ocsp.get())
                            : copyReference(scope, pointer));
        }
    }

    private static MemorySegment build(NativeScope scope, byte[] chain, KeyMaterial.Encoded key) {
        byte[] pem = PemWriter.write(key.label(), key.der());
        try {
            MemorySegment out = scope.out();
            ResultCodes.checkConfig(
                    rustls_h.rustls_certified_key_build(
                            scope.copy(chain),
                            chain.length,
                            scope.copySecret(pem),
                            pem.length,
                            out),
                    Reason.PRIVATE_KEY,
                    "the certificate chain or its private key");
            return out.get(ValueLayout.ADDRESS, 0);
        } finally {
            Arrays.fill(pem, (byte) 0);
        }
    }

    /** The signing key is consumed by upstream's build, even if that fails. */
    private static MemorySegment buildOpaque(NativeScope scope, byte[] chain, SigningKey key) {
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_certified_key_build_with_signing_key(
                        scope.copy(chain), chain.length, signingKey(scope, key), out),
                Reason.CERTIFICATE,
                "the certificate chain");
        return out.get(ValueLayout.ADDRESS, 0);
    }

    private static MemorySegment signingKey(NativeScope scope, SigningKey key) {
        List<SignatureScheme> schemes = key.schemes();
        MemorySegment options = rustls4j_signing_key_options.allocate(scope.arena());
        long ctx = Contexts.register(key);
        rustls4j_signing_key_options.ctx(options, ctx);
        rustls4j_signing_key_options.sign(options, SigningUpcall.SIGN);
        rustls4j_signing_key_options.drop(options, Contexts.DROP);
        rustls4j_signing_key_options.schemes(options, NativeNumbers.schemes(scope, schemes));
        rustls4j_signing_key_options.schemes_len(options, schemes.size());
        rustls4j_bytes.len(rustls4j_signing_key_options.spki(options), 0);
        MemorySegment out = scope.out();
        int result = rustls4j_h.rustls4j_signing_key_new(options, out);
        if (result != RustlsResult.OK) {
            Contexts.drop(ctx);
            throw ResultCodes.configFailure(
                    result, Reason.PRIVATE_KEY, "the signing key with the schemes " + schemes);
        }
        return out.get(ValueLayout.ADDRESS, 0);
    }

    /**
     * Where rustls cannot tell, the handshake will: with an opaque key, and with a certificate that
     * webpki does not read, such as X.509 v1, which others may accept all the same.
     */
    private static void checkMatch(MemorySegment pointer, CertifiedKey key) {
        int result = rustls_h.rustls_certified_key_keys_match(pointer);
        if (result != RustlsResult.INCONSISTENT_KEYS_UNKNOWN
                && result != RustlsResult.CERT_OTHER_ERROR) {
            ResultCodes.checkConfig(
                    result,
                    Reason.KEYS_MISMATCH,
                    "the private key and the first certificate of " + key);
        }
    }

    private static MemorySegment withOcsp(
            NativeScope scope, MemorySegment pointer, byte[] response) {
        MemorySegment slice = NativeData.slicesArray(scope, List.of(response));
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_certified_key_clone_with_ocsp(
                        pointer, rustls_slice_bytes.asSlice(slice, 0), out),
                Reason.CERTIFICATE,
                "the OCSP response");
        return out.get(ValueLayout.ADDRESS, 0);
    }
}
