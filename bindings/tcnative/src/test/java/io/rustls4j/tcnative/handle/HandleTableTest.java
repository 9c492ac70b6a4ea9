package io.rustls4j.tcnative.handle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A number leads to its object and to no other, as long as it is good, from any thread. */
final class HandleTableTest {
    private final HandleTable<String> table = new HandleTable<>("thing");

    @Test
    void aNumberStandsForWhatWasAdded() {
        long first = table.add("first");
        long second = table.add("second");

        assertThat(table.get(first)).isEqualTo("first");
        assertThat(table.get(second)).isEqualTo("second");
        assertThat(first).isPositive().isNotEqualTo(second);
        assertThat(second).isPositive();
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void zeroIsANullPointer() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> table.get(0))
                .withMessage("thing");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> table.remove(0))
                .withMessage("thing");
    }

    @Test
    void aFreedNumberIsRefusedEvenAfterItsPlaceIsTakenAgain() {
        long stale = table.add("old");
        assertThat(table.remove(stale)).isEqualTo("old");
        assertThat(table.size()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.get(stale))
                .withMessageContaining("thing")
                .withMessageContaining("freed");

        long fresh = table.add("new");

        assertThat(fresh).isNotEqualTo(stale);
        assertThatIllegalArgumentException().isThrownBy(() -> table.get(stale));
        assertThatIllegalArgumentException().isThrownBy(() -> table.remove(stale));
        assertThat(table.get(fresh)).isEqualTo("new");
    }

    @Test
    void aNumberOfAnotherTableIsRefused() {
        HandleTable<String> other = new HandleTable<>("other thing");
        long mine = table.add("mine");
        long theirs = other.add("theirs");

        assertThatIllegalArgumentException().isThrownBy(() -> table.get(theirs));
        assertThatIllegalArgumentException().isThrownBy(() -> other.get(mine));
        assertThatIllegalArgumentException().isThrownBy(() -> other.remove(mine));
        assertThat(table.get(mine)).isEqualTo("mine");
    }

    @Test
    void anAddressOrAnyOtherNumberIsRefused() {
        table.add("something");

        for (long number : new long[] {1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x7f00_1234_5678L}) {
            assertThatIllegalArgumentException().isThrownBy(() -> table.get(number));
        }
    }

    @Test
    void aTableGrowsAndFillsTheGaps() {
        int many = 5000;
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            numbers.add(table.add("thing " + i));
        }
        for (int i = 0; i < many; i += 2) {
            table.remove(numbers.get(i));
        }
        for (int i = 0; i < many; i += 2) {
            numbers.set(i, table.add("again " + i));
        }

        assertThat(table.size()).isEqualTo(many);
        assertThat(new HashSet<>(numbers)).hasSize(many);
        for (int i = 0; i < many; i++) {
            assertThat(table.get(numbers.get(i))).isEqualTo((i % 2 == 0 ? "again " : "thing ") + i);
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        int threads = 4;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Set<Long>>> left = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                left.add(executor.submit(churn("thread " + thread)));
            }
            Set<Long> all = new HashSet<>();
            int count = 0;
            for (Future<Set<Long>> numbers : left) {
                all.addAll(numbers.get());
                count += numbers.get().size();
            }
            assertThat(all).hasSize(count);
            assertThat(table.size()).isEqualTo(count);
        }
    }

    private Callable<Set<Long>> churn(String name) {
        return () -> {
            record Known(long number, String value) {}
            ArrayDeque<Known> known = new ArrayDeque<>();
            for (int i = 0; i < 20_000; i++) {
                String value = name + " " + i;
                known.addLast(new Known(table.add(value), value));
                if (i % 3 != 0) {
                    Known oldest = known.removeFirst();
                    assertThat(table.get(oldest.number)).isSameAs(oldest.value);
                    assertThat(table.remove(oldest.number)).isSameAs(oldest.value);
                }
            }
            Set<Long> numbers = new HashSet<>();
            for (Known each : known) {
                assertThat(table.get(each.number)).isSameAs(each.value);
                numbers.add(each.number);
            }
            return numbers;
        };
    }
}
