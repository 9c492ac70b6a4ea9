package io.rustls4j.jsse.context;

import java.security.AlgorithmConstraints;
import java.util.Map;
import java.util.WeakHashMap;

/** Names constraints of applications by numbers, as long as they are reachable. Thread-safe. */
final class ConstraintNumbers {
    private final Map<AlgorithmConstraints, Long> numbers = new WeakHashMap<>();
    private long last;

    synchronized long of(AlgorithmConstraints constraints) {
        return numbers.computeIfAbsent(constraints, unnamed -> ++last);
    }
}
