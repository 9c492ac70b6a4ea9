package io.rustls4j.jsse.peers;

import io.rustls4j.testkit.Program;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Whether the peers of a test are there. */
final class Installed {
    private Installed() {}

    /**
     * Skips the test if the program is not installed; fails it where the environment says {@code
     * CI=true}.
     */
    static void require(String name) {
        boolean found = Program.isInstalled(name);
        if (!found && "true".equals(System.getenv("CI"))) {
            Assertions.fail(name + " is not installed, and CI=true: install it");
        }
        Assumptions.assumeTrue(found, name + " is not installed: this peer is not tried");
    }
}
