package io.rustls4j.rustls;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ffi.rustls4j_bytes;
import io.rustls4j.ffi.rustls_slice_bytes;
import io.rustls4j.ffi.rustls_str;
import io.rustls4j.pem.PemWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists, strings and byte arrays on their way across. What is read is copied at once: upstream only
 * lends it.
 */
final class NativeData {
    private NativeData() {}

    /** An array of pointers; aligned and not NULL even if empty. */
    static MemorySegment pointers(Arena arena, List<MemorySegment> values) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, values.size() + 1L);
        for (int i = 0; i < values.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, values.get(i));
        }
        return array;
    }

    /** An array of the extension's {@code rustls4j_bytes}. */
    static MemorySegment bytesArray(NativeScope scope, List<byte[]> values) {
        MemorySegment array = rustls4j_bytes.allocateArray(values.size() + 1L, scope.arena());
        for (int i = 0; i < values.size(); i++) {
            MemorySegment element = rustls4j_bytes.asSlice(array, i);
            rustls4j_bytes.data(element, scope.copy(values.get(i)));
            rustls4j_bytes.len(element, values.get(i).length);
        }
        return array;
    }

    /** An array of upstream's {@code rustls_slice_bytes}. */
    static MemorySegment slicesArray(NativeScope scope, List<byte[]> values) {
        MemorySegment array = rustls_slice_bytes.allocateArray(values.size() + 1L, scope.arena());
        for (int i = 0; i < values.size(); i++) {
            MemorySegment element = rustls_slice_bytes.asSlice(array, i);
            rustls_slice_bytes.data(element, scope.copy(values.get(i)));
            rustls_slice_bytes.len(element, values.get(i).length);
        }
        return array;
    }

    /** Certificates in the only form that upstream takes them in. */
    static byte[] pem(List<CertificateDer> certificates) {
        List<byte[]> ders = new ArrayList<>(certificates.size());
        for (CertificateDer certificate : certificates) {
            ders.add(certificate.bytes());
        }
        return PemWriter.writeAll("CERTIFICATE", ders);
    }

    /** Copies {@code len} bytes behind a pointer; none for NULL. */
    static byte[] read(MemorySegment data, long len) {
        if (len == 0 || data.address() == 0) {
            return new byte[0];
        }
        return bounded(data, len).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Copies a {@code rustls4j_bytes} that is given by pointer or in place. */
    static byte[] readBytes(MemorySegment struct) {
        return read(rustls4j_bytes.data(struct), rustls4j_bytes.len(struct));
    }

    /** Copies an array of {@code rustls4j_bytes}. */
    static List<byte[]> readBytesArray(MemorySegment array, long len) {
        List<byte[]> list = new ArrayList<>();
        for (long i = 0; i < len; i++) {
            list.add(
                    readBytes(
                            rustls4j_bytes.asSlice(
                                    bounded(array, len * rustls4j_bytes.sizeof()), i)));
        }
        return list;
    }

    /** A chain of certificates. */
    static List<CertificateDer> readChain(MemorySegment array, long len)
            throws CertificateErrorException {
        List<CertificateDer> chain = new ArrayList<>((int) len);
        for (int i = 0; i < len; i++) {
            MemorySegment certificate =
                    rustls4j_bytes.asSlice(bounded(array, len * rustls4j_bytes.sizeof()), i);
            if (rustls4j_bytes.len(certificate) == 0) {
                throw new CertificateErrorException(
                        CertificateError.BAD_ENCODING,
                        "certificate " + i + " of the peer's chain has no bytes");
            }
            chain.add(readCertificate(certificate));
        }
        return List.copyOf(chain);
    }

    /** A certificate that has bytes. */
    static CertificateDer readCertificate(MemorySegment bytes) {
        return SeenCertificates.get(bounded(rustls4j_bytes.data(bytes), rustls4j_bytes.len(bytes)));
    }

    /** Copies an array of {@code uint16_t}. */
    static List<Integer> readU16s(MemorySegment array, long len) {
        List<Integer> list = new ArrayList<>();
        if (len > 0) {
            MemorySegment bounded = bounded(array, len * Short.BYTES);
            for (long i = 0; i < len; i++) {
                list.add(Short.toUnsignedInt(bounded.getAtIndex(ValueLayout.JAVA_SHORT, i)));
            }
        }
        return list;
    }

    /** Copies a {@code rustls_str}. */
    static String readStr(MemorySegment struct) {
        return utf8(read(rustls_str.data(struct), rustls_str.len(struct)));
    }

    /** Text from bytes. */
    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Memory behind a pointer that came from native code, as long as native code says it is. */
    @SuppressWarnings("restricted")
    static MemorySegment bounded(MemorySegment pointer, long length) {
        return pointer.reinterpret(length);
    }
}
