package io.rustls4j.rustls;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.ffi.rustls4j_sign_callback;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SignatureException;

/** Native code asks a key that stays in Java to sign. */
final class SigningUpcall {
    static final MemorySegment SIGN =
            UpcallStub.of(
                    rustls4j_sign_callback.Function.class,
                    SigningUpcall::sign,
                    rustls4j_sign_callback.descriptor());

    private SigningUpcall() {}

    private static int sign(
            long ctx,
            short scheme,
            MemorySegment message,
            long messageLen,
            MemorySegment out,
            long outCap,
            MemorySegment outLen) {
        try {
            SigningKey key = Contexts.find(ctx, SigningKey.class);
            byte[] signature =
                    key.sign(
                            new SignatureScheme(Short.toUnsignedInt(scheme)),
                            NativeData.read(message, messageLen));
            if (signature.length > outCap) {
                throw new SignatureException(
                        "a signature of "
                                + signature.length
                                + " bytes; TLS has room for "
                                + outCap);
            }
            MemorySegment.copy(
                    signature,
                    0,
                    NativeData.bounded(out, outCap),
                    ValueLayout.JAVA_BYTE,
                    0,
                    signature.length);
            NativeData.bounded(outLen, Long.BYTES).set(ValueLayout.JAVA_LONG, 0, signature.length);
            return RustlsResult.OK;
        } catch (Throwable thrown) {
            UpcallFailure.keep(thrown);
            return RustlsResult.GENERAL;
        }
    }
}
