package io.rustls4j.jsse.oracle;

import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLEngineResult;

/**
 * What came of a call, in words: exceptions by their type, results by their statuses and by whether
 * bytes were taken and given out. How many is up to each implementation.
 */
final class Outcome {
    private Outcome() {}

    interface Action {
        void run() throws Exception;
    }

    static String of(Callable<?> call) {
        try {
            return describe(call.call());
        } catch (Exception e) {
            return "throws " + e.getClass().getSimpleName();
        }
    }

    static String ofAction(Action action) {
        return of(
                () -> {
                    action.run();
                    return "returns";
                });
    }

    private static String describe(Object value) {
        return switch (value) {
            case null -> "null";
            case SSLEngineResult result ->
                    "%s %s%s%s"
                            .formatted(
                                    result.getStatus(),
                                    result.getHandshakeStatus(),
                                    result.bytesConsumed() > 0 ? " consumes" : "",
                                    result.bytesProduced() > 0 ? " produces" : "");
            case Object[] array -> Arrays.toString(array);
            default -> value.toString();
        };
    }
}
