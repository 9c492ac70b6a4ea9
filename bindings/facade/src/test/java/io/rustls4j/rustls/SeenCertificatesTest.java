package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateDer;
import io.rustls4j.TlsConfigException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Peers choose the bytes, so nothing but all of them may decide which certificate it is. */
final class SeenCertificatesTest {
    private static final int LENGTH = 100;

    @Test
    void equalBytesAreOneObject() {
        byte[] der = der(1);

        assertThat(get(der)).isSameAs(get(der.clone()));
    }

    @Test
    void theBytesAreCopied() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment lent = arena.allocateFrom(ValueLayout.JAVA_BYTE, der(2));
            CertificateDer certificate = SeenCertificates.get(lent);
            lent.fill((byte) 0);

            assertThat(certificate.bytes()).isEqualTo(der(2));
            assertThat(get(der(2)).bytes()).isEqualTo(der(2));
        }
    }

    @Test
    void equalEndsDoNotMakeEqualCertificates() {
        byte[] one = der(3);
        byte[] other = der(3);
        other[0]++;
        byte[] longer = new byte[LENGTH + 128];
        System.arraycopy(one, 0, longer, 128, LENGTH);

        for (int turn = 0; turn < 2; turn++) {
            assertThat(get(one).bytes()).isEqualTo(one);
            assertThat(get(other).bytes()).isEqualTo(other);
            assertThat(get(longer).bytes()).isEqualTo(longer);
        }
    }

    @Test
    void certificatesOfOneChainStayWhateverTheirLastBytesAre() {
        List<CertificateDer> chain = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            for (byte at = 0; at < 4; at++) {
                byte[] der = der(4);
                der[0] = at;
                chain.add(get(der));
            }
        }

        for (int at = 0; at < 4; at++) {
            assertThat(chain.get(4 + at)).isSameAs(chain.get(at));
        }
    }

    @Test
    void shortOnesAreTaken() {
        for (int length = 1; length < 10; length++) {
            byte[] der = new byte[length];
            assertThat(get(der).bytes()).isEqualTo(der);
        }
        assertThatThrownBy(() -> get(new byte[0])).isInstanceOf(TlsConfigException.class);
    }

    private static CertificateDer get(byte[] der) {
        return SeenCertificates.get(MemorySegment.ofArray(der));
    }

    private static byte[] der(int seed) {
        byte[] der = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            der[i] = (byte) (seed + 31 * i);
        }
        return der;
    }
}
