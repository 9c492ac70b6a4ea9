package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.parameters.FreshJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a process pays for its first connection. Each lambda and each method reference on the way is
 * a class that the JVM spins, half a millisecond: a handshake once had 280 of them.
 */
class FirstHandshakeTest {
    /** Some are better than the loops that would replace them. */
    private static final int FEW = 25;

    @Test
    void spinsFewClasses() throws Exception {
        List<String> printed =
                FreshJvm.run(FirstHandshakeProgram.class, List.of("-Xlog:class+load:stdout"));

        assertThat(printed).contains(FirstHandshakeProgram.DONE);
        assertThat(printed)
                .filteredOn(FirstHandshakeTest::isOurLambda)
                .as("lambdas of the facade and the provider")
                .hasSizeBetween(1, FEW);
        assertThat(printed)
                .filteredOn(line -> line.contains(" java.lang.runtime.ObjectMethods "))
                .as("the first record that is compared without code of its own: a dozen classes")
                .isEmpty();
    }

    private static boolean isOurLambda(String line) {
        return line.contains("$$Lambda")
                && line.contains(" io.rustls4j.")
                && !line.contains(" io.rustls4j.testkit.")
                && !line.contains(" io.rustls4j.jsse.engine.Identity$$");
    }
}
