package io.rustls4j.tcnative.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors come out as they went in, on the thread where they did. */
final class ErrorQueueTest {
    @BeforeEach
    @AfterEach
    void clear() {
        ErrorQueue.clear();
    }

    @Test
    void theOldestComesFirst() {
        ErrorQueue.push(OpenSslError.NO_SHARED_CIPHER);
        ErrorQueue.push(OpenSslError.PROTOCOL_IS_SHUTDOWN);

        assertThat(ErrorQueue.isEmpty()).isFalse();
        assertThat(ErrorQueue.pop()).isEqualTo(OpenSslError.NO_SHARED_CIPHER.number());
        assertThat(ErrorQueue.popText()).isEqualTo(OpenSslError.PROTOCOL_IS_SHUTDOWN.toString());
        assertThat(ErrorQueue.isEmpty()).isTrue();
        assertThat(ErrorQueue.pop()).isZero();
        assertThat(ErrorQueue.popText()).isEqualTo(OpenSslError.text(0));
    }

    @Test
    void clearingForgetsAll() {
        ErrorQueue.push(OpenSslError.NO_SHARED_CIPHER);
        ErrorQueue.push(OpenSslError.NO_SHARED_CIPHER);

        ErrorQueue.clear();

        assertThat(ErrorQueue.pop()).isZero();
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() {
        ErrorQueue.push(OpenSslError.NO_SHARED_CIPHER);
        for (int i = 0; i < 16; i++) {
            ErrorQueue.push(OpenSslError.CERT_CB_ERROR);
        }

        for (int i = 0; i < 16; i++) {
            assertThat(ErrorQueue.pop()).isEqualTo(OpenSslError.CERT_CB_ERROR.number());
        }
        assertThat(ErrorQueue.isEmpty()).isTrue();
    }

    @Test
    void aThreadDoesNotSeeAnothersErrors() {
        ErrorQueue.push(OpenSslError.NO_SHARED_CIPHER);

        assertThat(CompletableFuture.supplyAsync(ErrorQueue::pop).join()).isZero();
        assertThat(ErrorQueue.pop()).isEqualTo(OpenSslError.NO_SHARED_CIPHER.number());
    }
}
