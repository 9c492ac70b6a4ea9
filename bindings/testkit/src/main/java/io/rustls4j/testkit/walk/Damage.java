package io.rustls4j.testkit.walk;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What may happen to bytes on their way. */
enum Damage {
    FLIPPED {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            damaged[position(bytes, random)] ^= (byte) (1 << random.nextInt(8));
            return damaged;
        }
    },
    OVERWRITTEN {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            for (int n = random.nextInt(1, 5); n > 0; n--) {
                damaged[position(bytes, random)] = (byte) random.nextInt();
            }
            return damaged;
        }
    },
    CUT {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, position(bytes, random));
        }
    },
    LOST {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            return new byte[0];
        }
    },
    DOUBLED {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            return joined(bytes, bytes);
        }
    },
    INTERSPERSED {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            byte[] more = new byte[random.nextInt(1, 50)];
            random.nextBytes(more);
            int at = position(bytes, random);
            return joined(
                    Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
        }
    },
    /** By an alert in the clear, of either level and some description. */
    PRECEDED {
        @Override
        byte[] apply(byte[] bytes, SplittableRandom random) {
            byte level = (byte) random.nextInt(1, 3);
            byte[] alert = {21, 3, 3, 0, 2, level, (byte) random.nextInt(120)};
            return joined(alert, bytes);
        }
    };

    abstract byte[] apply(byte[] bytes, SplittableRandom random);

    /** Headers are short, and worth as much as all the rest. */
    private static int position(byte[] bytes, SplittableRandom random) {
        int bound = random.nextBoolean() ? Math.min(bytes.length, 12) : bytes.length;
        return random.nextInt(bound);
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
