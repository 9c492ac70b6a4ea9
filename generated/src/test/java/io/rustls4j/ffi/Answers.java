package io.rustls4j.ffi;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Shared by the two sides that answer in the same words. */
final class Answers {

    private Answers() {}

    static <T> Stream<String> each(Map<String, T> values, BiFunction<String, T, String> answer) {
        return values.entrySet().stream().map(it -> answer.apply(it.getKey(), it.getValue()));
    }
}
