package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallGuardTest {
    private final AtomicInteger released = new AtomicInteger();
    private final CallGuard guard = new CallGuard("TlsConnection", released::incrementAndGet);

    @Test
    void aCallFromWithinIsTold() {
        guard.enter();

        assertThatIllegalStateException()
                .isThrownBy(guard::enter)
                .withMessageContaining("callbacks");
    }

    @Test
    void aCallFromAnotherThreadIsTold() {
        guard.enter();

        CompletableFuture.runAsync(
                        () ->
                                assertThatIllegalStateException()
                                        .isThrownBy(guard::enter)
                                        .withMessageContaining("another thread"))
                .join();
    }

    @Test
    void aCloseReleasesOnce() {
        guard.close();
        guard.close();

        assertThat(released).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(guard::enter)
                .withMessage("this TlsConnection is closed");
    }

    @Test
    void aCloseUnderACallWaitsForItsEnd() {
        guard.enter();
        CompletableFuture.runAsync(guard::close).join();
        guard.close();
        assertThat(released).hasValue(0);

        guard.exit();

        assertThat(released).hasValue(1);
        assertThatIllegalStateException().isThrownBy(guard::enter).withMessageContaining("closed");
    }
}
