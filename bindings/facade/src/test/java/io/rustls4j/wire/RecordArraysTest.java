package io.rustls4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An array belongs to whom it was given to. */
class RecordArraysTest {
    @Test
    void whatWasTakenIsNobodyElses() {
        Set<byte[]> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 100; i++) {
            assertThat(taken.add(RecordArrays.take(i))).as("array %d is new", i).isTrue();
        }

        taken.forEach(RecordArrays::give);
    }

    @Test
    void oneIsLongEnough() {
        for (int length : List.of(0, 1, RecordArrays.LENGTH, RecordArrays.LENGTH + 1, 16_640)) {
            byte[] array = RecordArrays.take(length);
            assertThat(array.length).isGreaterThanOrEqualTo(length);
            RecordArrays.give(array);
        }
    }

    @Test
    void twoThreadsNeverHaveTheSame() throws Exception {
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            for (byte thread = 1; thread <= 4; thread++) {
                byte mark = thread;
                threads.add(executor.submit(() -> mark(mark)));
            }
        }
        for (Future<?> thread : threads) {
            thread.get();
        }
    }

    private static void mark(byte mark) {
        for (int turn = 0; turn < 20_000; turn++) {
            byte[] array = RecordArrays.take(1);
            array[0] = mark;
            array[RecordArrays.LENGTH - 1] = mark;
            Thread.onSpinWait();
            assertThat(array[0]).isEqualTo(mark);
            assertThat(array[RecordArrays.LENGTH - 1]).isEqualTo(mark);
            RecordArrays.give(array);
        }
    }
}
