package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.memory.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Connections through engines, in full and resumed, leave nothing behind. */
class FlatMemoryTest {
    /** A proof has 100,000; a leak of 2 KiB in each would show with these as well. */
    private static final int CONNECTIONS =
            Integer.getInteger("rustls4j.test.engineConnections", 5_000);

    private static final int MAX_GROWTH_KIB = 8 * 1024;

    @Test
    @Timeout(600)
    @EnabledOnOs(OS.LINUX)
    void connectionsLeaveNothingBehind() throws Exception {
        Growth growth = Growth.of(EngineChurn.class, CONNECTIONS);
        assertThat(growth.heap()).as("heap: %s", growth).isLessThan(MAX_GROWTH_KIB);
        assertThat(growth.process()).as("process: %s", growth).isLessThan(MAX_GROWTH_KIB);
    }
}
