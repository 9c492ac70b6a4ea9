package io.rustls4j.tcnative.calls;

/**
 * Marks a private-key method that has answered when its method returns, so that the step which asks
 * it needs no thread of its own.
 */
public interface AnswersAtOnce {}
