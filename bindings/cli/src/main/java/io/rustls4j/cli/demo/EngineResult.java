package io.rustls4j.cli.demo;

import io.rustls4j.cli.Negotiated;

/**
 * How the demo went on one engine.
 *
 * @param title the engine with its version
 * @param first the first connection by name
 * @param second the second one
 * @param byAddress the connection by IP address
 * @param refusal why the wrong name was refused
 * @param nanos how long the transfer took
 */
record EngineResult(
        String title,
        Negotiated first,
        Negotiated second,
        Negotiated byAddress,
        String refusal,
        long nanos) {}
