package io.rustls4j.jsse.socket;

import java.util.concurrent.Callable;

/**
 * What a call has come to, to be compared between two providers: a result, or a kind of failure.
 */
record Outcome(String text) {
    static Outcome of(Callable<?> call) {
        try {
            return new Outcome("returns " + call.call());
        } catch (Exception e) {
            return new Outcome("throws " + e.getClass().getName());
        }
    }

    static Outcome of(Background.Action action) {
        return of(
                () -> {
                    action.run();
                    return "normally";
                });
    }

    @Override
    public String toString() {
        return text;
    }
}
