package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Arrays of the numbers that the registries give to things. Loops, since a process makes its first
 * configuration with them: each stream would cost its start a class more.
 */
final class NativeNumbers {
    private NativeNumbers() {}

    static MemorySegment versions(NativeScope scope, List<ProtocolVersion> versions) {
        int[] codes = new int[versions.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = versions.get(i).code();
        }
        return u16s(scope, codes);
    }

    static MemorySegment groups(NativeScope scope, List<NamedGroup> groups) {
        int[] ids = new int[groups.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = groups.get(i).id();
        }
        return u16s(scope, ids);
    }

    static MemorySegment suites(NativeScope scope, List<CipherSuite> suites) {
        int[] ids = new int[suites.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = suites.get(i).id();
        }
        return u16s(scope, ids);
    }

    static MemorySegment schemes(NativeScope scope, List<SignatureScheme> schemes) {
        int[] ids = new int[schemes.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = schemes.get(i).id();
        }
        return u16s(scope, ids);
    }

    /** An array of {@code uint16_t}; aligned and not NULL even if empty. */
    private static MemorySegment u16s(NativeScope scope, int[] values) {
        MemorySegment array = scope.arena().allocate(ValueLayout.JAVA_SHORT, values.length + 1L);
        for (int i = 0; i < values.length; i++) {
            array.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) values[i]);
        }
        return array;
    }
}
