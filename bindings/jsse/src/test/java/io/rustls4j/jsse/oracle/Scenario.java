package io.rustls4j.jsse.oracle;

/** A sequence of calls on two engines that writes down what comes of them. */
interface Scenario {
    void play(Table table) throws Exception;
}
