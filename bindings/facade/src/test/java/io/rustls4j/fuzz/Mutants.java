package io.rustls4j.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Seeds for a fuzz test, and damaged copies of them: the same each time, so that a run without the
 * fuzzer tries something, too.
 */
public final class Mutants {
    private static final int DAMAGED = 150;
    private static final int CUT = 50;

    private Mutants() {}

    /** The seeds themselves, then what came of them. */
    public static Stream<byte[]> of(byte[]... seeds) {
        return Arrays.stream(seeds).flatMap(Mutants::withMutants);
    }

    private static Stream<byte[]> withMutants(byte[] seed) {
        SplittableRandom random = new SplittableRandom(seed.length);
        return Stream.of(
                        Stream.of(seed),
                        IntStream.range(0, DAMAGED).mapToObj(_ -> damaged(seed, random)),
                        IntStream.range(0, CUT).mapToObj(_ -> cut(seed, random)))
                .flatMap(mutants -> mutants);
    }

    private static byte[] damaged(byte[] seed, SplittableRandom random) {
        byte[] mutant = seed.clone();
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            // Lengths are often zero, one too many, or the largest.
            int at = random.nextInt(mutant.length);
            mutant[at] =
                    switch (random.nextInt(4)) {
                        case 0 -> 0;
                        case 1 -> (byte) 0xff;
                        case 2 -> (byte) (mutant[at] + 1);
                        default -> (byte) random.nextInt();
                    };
        }
        return mutant;
    }

    private static byte[] cut(byte[] seed, SplittableRandom random) {
        int from = random.nextBoolean() ? 0 : random.nextInt(seed.length);
        return Arrays.copyOfRange(seed, from, from + random.nextInt(seed.length - from + 1));
    }
}
