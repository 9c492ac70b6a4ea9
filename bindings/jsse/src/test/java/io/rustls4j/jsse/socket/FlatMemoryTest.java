package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.memory.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One connection after the other: what one takes, it gives back. */
class FlatMemoryTest {
    /** A proof has 10,000; a leak of 2 KiB in each would show with these as well. */
    private static final int CONNECTIONS = Integer.getInteger("rustls4j.test.connections", 3_000);

    private static final int MAX_GROWTH_KIB = 6 * 1024;

    @Test
    @Timeout(580)
    @EnabledOnOs(OS.LINUX)
    void connectionsLeaveNothingBehind() throws Exception {
        Growth growth = Growth.of(SocketChurn.class, CONNECTIONS);
        assertThat(growth.heap()).as("heap: %s", growth).isLessThan(MAX_GROWTH_KIB);
        assertThat(growth.process()).as("process: %s", growth).isLessThan(MAX_GROWTH_KIB);
    }
}
