package io.rustls4j.contract;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a client's hello large, by protocols that nobody speaks and one at the end that servers do.
 */
final class LargeHello {
    /** Two records' worth. */
    private static final int COUNT = 100;

    private LargeHello() {}

    static String[] protocols() {
        Stream<String> unknown = IntStream.range(0, COUNT).mapToObj(i -> "x".repeat(200) + i);
        return Stream.concat(unknown, Stream.of("h2")).toArray(String[]::new);
    }
}
