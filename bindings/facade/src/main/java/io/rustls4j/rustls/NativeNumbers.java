package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.lang.foreign.MemorySegment;
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
        return NativeData.u16s(scope.arena(), codes);
    }

    static MemorySegment groups(NativeScope scope, List<NamedGroup> groups) {
        int[] ids = new int[groups.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = groups.get(i).id();
        }
        return NativeData.u16s(scope.arena(), ids);
    }

    static MemorySegment suites(NativeScope scope, List<CipherSuite> suites) {
        int[] ids = new int[suites.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = suites.get(i).id();
        }
        return NativeData.u16s(scope.arena(), ids);
    }

    static MemorySegment schemes(NativeScope scope, List<SignatureScheme> schemes) {
        int[] ids = new int[schemes.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = schemes.get(i).id();
        }
        return NativeData.u16s(scope.arena(), ids);
    }
}
