package io.rustls4j.rustls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.rustls4j.CipherSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {
    private final SeenNumbers<CipherSuite> suites = new SeenNumbers<>(CipherSuite::new);

    @Test
    void oneValueServesAgain() {
        assertSame(suites.get(0x1301), suites.get(0x1301));
    }

    @Test
    void thoseOfOneHelloDoNotDriveEachOtherOut() {
        List<Integer> schemes =
                List.of(
                        0x0201, 0x0203, 0x0401, 0x0403, 0x0501, 0x0503, 0x0601, 0x0603, 0x0804,
                        0x0805, 0x0806, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0904, 0x0905,
                        0x0906);
        List<CipherSuite> first = schemes.stream().map(suites::get).toList();

        for (int i = 0; i < first.size(); i++) {
            assertSame(first.get(i), suites.get(schemes.get(i)));
        }
    }

    @Test
    void everyNumberHasItsOwnValueWhateverWasSeenBefore() {
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number <= 0xffff; number++) {
                assertEquals(new CipherSuite(number), suites.get(number));
            }
        }
    }
}
