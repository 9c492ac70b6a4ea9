package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NativeHandleTest {
    private final AtomicInteger freed = new AtomicInteger();

    @BeforeAll
    static void loadLibrary() {
        RustlsEngine.instance();
    }

    private NativeHandle acceptor(Object owner) {
        return NativeHandle.of(
                owner,
                HandleKind.ACCEPTOR,
                rustls4j_h.rustls4j_acceptor_new(),
                freed::incrementAndGet);
    }

    @Test
    void closeFreesOnce() {
        NativeHandle handle = acceptor(this);

        handle.close();
        handle.close();

        assertThat(freed).hasValue(1);
        assertThat(handle.isClosed()).isTrue();
    }

    @Test
    void useAfterCloseSaysWhatIsClosed() {
        NativeHandle handle = acceptor(this);
        handle.close();

        assertThatIllegalStateException()
                .isThrownBy(handle::acquire)
                .withMessage("this Acceptor is closed");
        assertThatIllegalStateException()
                .isThrownBy(handle::acquireExclusively)
                .withMessage("this Acceptor is closed");
    }

    @Test
    void closeUnderACallFreesWhenTheCallIsDone() {
        NativeHandle handle = acceptor(this);
        MemorySegment pointer = handle.acquireExclusively();

        handle.close();

        assertThat(freed).hasValue(0);
        assertThat(pointer.address()).isNotZero();
        handle.release();
        assertThat(freed).hasValue(1);
    }

    @Test
    void theLastOfSeveralUsersFrees() {
        NativeHandle handle = acceptor(this);
        handle.acquire();
        handle.acquire();
        handle.close();

        handle.release();
        assertThat(freed).hasValue(0);
        handle.release();
        assertThat(freed).hasValue(1);
    }

    @Test
    void reentryIsToldFromAnotherThread() throws InterruptedException {
        NativeHandle handle = acceptor(this);
        handle.acquireExclusively();
        AtomicReference<@Nullable RuntimeException> elsewhere = new AtomicReference<>();
        Thread other =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        handle.acquireExclusively();
                                    } catch (IllegalStateException e) {
                                        elsewhere.set(e);
                                    }
                                });
        other.join();

        assertThatIllegalStateException()
                .isThrownBy(handle::acquireExclusively)
                .withMessageContaining("one of its own callbacks");
        assertThat(elsewhere.get()).hasMessageContaining("in use by another thread");
        handle.release();
        handle.close();
    }

    @RepeatedTest(50)
    void closeRacingUsersNeverFreesUnderThem() throws InterruptedException {
        AtomicBoolean freedUnderUser = new AtomicBoolean();
        NativeHandle handle = acceptor(this);
        CountDownLatch start = new CountDownLatch(1);
        Thread[] users = new Thread[3];
        for (int i = 0; i < users.length; i++) {
            users[i] =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            start.await();
                                            for (int n = 0; n < 10_000; n++) {
                                                handle.acquire();
                                                freedUnderUser.compareAndSet(
                                                        false, freed.get() != 0);
                                                handle.release();
                                            }
                                        } catch (IllegalStateException closed) {
                                            assertThat(closed).hasMessageContaining("closed");
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
        }
        start.countDown();
        Thread.onSpinWait();
        handle.close();
        for (Thread user : users) {
            user.join();
        }

        assertThat(freedUnderUser).isFalse();
        assertThat(freed).hasValue(1);
    }

    @Test
    void aForgottenOwnerIsFreedByTheCleaner() throws InterruptedException {
        NativeHandle handle = acceptor(new Object());

        for (int i = 0; i < 200 && freed.get() == 0; i++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(freed).hasValue(1);
        assertThat(handle.isClosed()).isTrue();
    }
}
