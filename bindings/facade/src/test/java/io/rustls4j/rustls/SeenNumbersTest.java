package io.rustls4j.rustls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.rustls4j.CipherSuite;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {
    private final SeenNumbers<CipherSuite> suites = new SeenNumbers<>(CipherSuite::new);

    @Test
    void oneValueServesAgain() {
        assertSame(suites.get(0x1301), suites.get(0x1301));
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
