package io.rustls4j.jsse.parameters;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Constraints that note what they are asked. */
final class Answering implements AlgorithmConstraints {
    private final Predicate<String> permitted;
    private final List<String> questions = new ArrayList<>();

    Answering(Predicate<String> permitted) {
        this.permitted = permitted;
    }

    List<String> questions() {
        return questions;
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives,
            String algorithm,
            @Nullable AlgorithmParameters parameters) {
        questions.add(primitives + " " + algorithm + " " + parameters);
        return permitted.test(algorithm);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        throw new AssertionError("asked about a key before there is one");
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives,
            String algorithm,
            Key key,
            @Nullable AlgorithmParameters parameters) {
        throw new AssertionError("asked about a key before there is one");
    }
}
