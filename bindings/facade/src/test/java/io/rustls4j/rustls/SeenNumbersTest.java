package io.rustls4j.rustls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rustls4j.CipherSuite;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {
    private final SeenNumbers<CipherSuite> suites =
            new SeenNumbers<>() {
                @Override
                CipherSuite make(int number) {
                    return new CipherSuite(number);
                }
            };

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

    @Test
    void oneListServesAgain() throws MalformedMessageException {
        List<CipherSuite> first = list(0x13, 0x01, 0xc0, 0x2b);

        assertEquals(List.of(new CipherSuite(0x1301), new CipherSuite(0xc02b)), first);
        assertSame(first, list(0x13, 0x01, 0xc0, 0x2b));
        assertEquals(List.of(), list());
    }

    @Test
    void everyListHasItsOwnValuesWhateverWasSeenBefore() throws MalformedMessageException {
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number <= 0xffff; number++) {
                assertEquals(
                        List.of(new CipherSuite(number)),
                        list(number >>> Byte.SIZE, number & 0xff));
            }
        }
    }

    /** RFC 8701: a browser begins its lists with one of 16 numbers, another one in each hello. */
    @Test
    void theListsOfABrowserDoNotDriveEachOtherOut() throws MalformedMessageException {
        int[][] browsers = {
            {0x13, 0x01, 0x13, 0x02, 0x13, 0x03, 0xc0, 0x2b, 0xc0, 0x2f, 0xc0, 0x2c, 0xc0, 0x30},
            {0x11, 0xec, 0x00, 0x1d, 0x00, 0x17, 0x00, 0x18},
        };
        for (int[] browser : browsers) {
            List<List<CipherSuite>> first = new ArrayList<>();
            for (int grease = 0x0a; grease <= 0xff; grease += 0x10) {
                first.add(list(withGrease(grease, browser)));
            }

            for (int i = 0; i < first.size(); i++) {
                assertSame(first.get(i), list(withGrease(0x0a + 0x10 * i, browser)));
            }
        }
    }

    private static int[] withGrease(int grease, int[] list) {
        return IntStream.concat(IntStream.of(grease, grease), IntStream.of(list)).toArray();
    }

    @Test
    void aLongListIsNotKept() throws MalformedMessageException {
        int[] bytes = new int[130];

        assertNotSame(list(bytes), list(bytes));
    }

    @Test
    void halfANumberIsNone() {
        assertThrows(MalformedMessageException.class, () -> list(0x13));
    }

    private List<CipherSuite> list(int... bytes) throws MalformedMessageException {
        byte[] encoded = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            encoded[i] = (byte) bytes[i];
        }
        return suites.list(new WireReader(encoded));
    }
}
