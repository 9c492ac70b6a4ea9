package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Arrays of the numbers that the registries give to things. Loops and one copy, since a process
 * makes its first configuration with them: streams, and stores one by one, would cost its start
 * some classes more.
 */
final class NativeNumbers {
    private NativeNumbers() {}

    static MemorySegment versions(NativeScope scope, List<ProtocolVersion> versions) {
        short[] codes = new short[versions.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (short) versions.get(i).code();
        }
        return u16s(scope, codes);
    }

    static MemorySegment groups(NativeScope scope, List<NamedGroup> groups) {
        short[] ids = new short[groups.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (short) groups.get(i).id();
        }
        return u16s(scope, ids);
    }

    static MemorySegment suites(NativeScope scope, List<CipherSuite> suites) {
        short[] ids = new short[suites.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (short) suites.get(i).id();
        }
        return u16s(scope, ids);
    }

    static MemorySegment schemes(NativeScope scope, List<SignatureScheme> schemes) {
        short[] ids = new short[schemes.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (short) schemes.get(i).id();
        }
        return u16s(scope, ids);
    }

    /** An array of {@code uint16_t}; aligned and not NULL even if empty. */
    private static MemorySegment u16s(NativeScope scope, short[] values) {
        MemorySegment array = scope.arena().allocate(ValueLayout.JAVA_SHORT, values.length + 1L);
        MemorySegment.copy(values, 0, array, ValueLayout.JAVA_SHORT, 0, values.length);
        return array;
    }
}
