package io.rustls4j.benchmarks.scenario;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A choice that has a short name, as it stands in results and on command lines. */
public interface Label {
    String label();

    /** Finds a choice by its label. */
    static <E extends Enum<E> & Label> E parse(Class<E> type, String text) {
        for (E choice : type.getEnumConstants()) {
            if (choice.label().equals(text)) {
                return choice;
            }
        }
        throw new IllegalArgumentException(
                "no "
                        + type.getSimpleName()
                        + " \""
                        + text
                        + "\"; there is "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Label::label)
                                .collect(Collectors.joining(", ")));
    }
}
