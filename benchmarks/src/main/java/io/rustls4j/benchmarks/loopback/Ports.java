package io.rustls4j.benchmarks.loopback;

import io.rustls4j.benchmarks.scenario.Scenario;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ports that clients name to JSSE, which are not those that they connect to. JSSE cannot be
 * told to resume nothing, but it remembers sessions by port. Thread-safe.
 */
final class Ports {
    private static final int FIRST = 1;
    private static final int LAST = 0xffff;

    private final boolean oneForAll;
    private final AtomicInteger next = new AtomicInteger();

    Ports(Scenario scenario) {
        this.oneForAll = scenario.isResumed();
    }

    int next() {
        return oneForAll ? FIRST : FIRST + Math.floorMod(next.getAndIncrement(), LAST);
    }
}
