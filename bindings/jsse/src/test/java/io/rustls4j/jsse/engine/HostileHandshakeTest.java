package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.KeyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody on the way changes one flight of a handshake: it fails, or waits for the bytes that a
 * message seems to lack.
 */
@Timeout(60)
class HostileHandshakeTest {
    private static final int HEADER = 5;
    private static final int CHANGE_CIPHER_SPEC = 20;

    private enum Change {
        FLIPPED {
            @Override
            byte[] apply(byte[] flight) {
                byte[] changed = flight.clone();
                changed[changed.length - 1] ^= 1;
                return changed;
            }
        },
        FLIPPED_IN_THE_MIDDLE {
            @Override
            byte[] apply(byte[] flight) {
                byte[] changed = flight.clone();
                changed[HEADER + (changed.length - HEADER) / 2] ^= 0x40;
                return changed;
            }
        },
        SHORTENED {
            @Override
            byte[] apply(byte[] flight) {
                List<byte[]> records = records(flight);
                byte[] last = records.removeLast();
                byte[] shorter = Arrays.copyOf(last, last.length - 1);
                int length = shorter.length - HEADER;
                shorter[3] = (byte) (length >> 8);
                shorter[4] = (byte) length;
                records.add(shorter);
                return join(records);
            }
        },
        DOUBLED {
            @Override
            byte[] apply(byte[] flight) {
                return join(List.of(flight, flight));
            }
        },
        REVERSED {
            @Override
            byte[] apply(byte[] flight) {
                return join(records(flight).reversed());
            }
        };

        abstract byte[] apply(byte[] flight);
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
            for (int flight = 0; flight < 3; flight++) {
                for (Change change : Change.values()) {
                    cases.add(Arguments.of(protocol, flight, change));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} flight {1} {2}")
    @MethodSource("cases")
    void failsAndCloses(String protocol, int number, Change change) throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        EnginePair pair = new EnginePair(context, context, protocol);
        Attack attack = new Attack(number, change);
        pair.changeWhatIsOnItsWay(attack);

        if (attack.isHarmless(pair)) {
            return;
        }
        assertThat(pair.isWaiting() || pair.client.isInboundDone() || pair.server.isInboundDone())
                .as("one side at least has ended the connection, or both wait")
                .isTrue();
    }

    /** Changes the flight with a number, and leaves the others alone. */
    private static final class Attack implements UnaryOperator<byte[]> {
        private final int number;
        private final Change change;
        private int seen;
        private boolean changed;

        Attack(int number, Change change) {
            this.number = number;
            this.change = change;
        }

        @Override
        public byte[] apply(byte[] flight) {
            if (flight.length == 0 || seen++ != number) {
                return flight;
            }
            byte[] other = change.apply(flight);
            changed = !Arrays.equals(other, flight) && flight[0] != CHANGE_CIPHER_SPEC;
            return other;
        }

        /**
         * A single record reversed is itself, and TLS 1.3 ignores change_cipher_spec (RFC 8446
         * appendix D.4); everything else must fail with an SSLException.
         */
        boolean isHarmless(EnginePair pair) throws SSLException {
            try {
                pair.handshake();
            } catch (SSLException e) {
                return false;
            }
            assertThat(changed).as("a handshake succeeds only if nothing was changed").isFalse();
            return true;
        }
    }

    private static List<byte[]> records(byte[] flight) {
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at < flight.length; ) {
            int length = HEADER + ((flight[at + 3] & 0xff) << 8) + (flight[at + 4] & 0xff);
            records.add(Arrays.copyOfRange(flight, at, at + length));
            at += length;
        }
        return records;
    }

    private static byte[] join(List<byte[]> records) {
        byte[] joined = new byte[records.stream().mapToInt(record -> record.length).sum()];
        int at = 0;
        for (byte[] record : records) {
            System.arraycopy(record, 0, joined, at, record.length);
            at += record.length;
        }
        return joined;
    }
}
