package org.ncsoversight.mongo.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What one command may have, what all may have together, and what is kept for those that need little. */
class MemoryBudgetTest {

    private static final long MEGABYTE = 1 << 20;
    private static final int FOR_ONE_COMMAND = 292;
    private static final int TAKEN_BY_OTHERS = 262;

    private final MemoryBudget budget = new MemoryBudget(limits(Duration.ZERO));

    private static Limits limits(Duration patience) {
        return new Limits(MEGABYTE, 16 * MEGABYTE, 6 * MEGABYTE, MEGABYTE, 1 << 20, 1, 1, patience);
    }

    @Test
    void a_command_gets_no_more_than_one_command_may_have() {
        try (Allowance command = budget.open()) {
            command.take(5 * MEGABYTE);

            assertRefused(command, 2 * MEGABYTE, FOR_ONE_COMMAND);
            command.take(MEGABYTE);
        }
        assertThat(budget.taken()).isZero();
    }

    @Test
    void when_large_ones_hold_all_they_may_those_that_need_little_are_served() {
        Allowance one = budget.open();
        try (Allowance two = budget.open();
                Allowance three = budget.open();
                Allowance little = budget.open()) {
            one.take(6 * MEGABYTE);
            two.take(6 * MEGABYTE);

            assertRefused(three, 2 * MEGABYTE, TAKEN_BY_OTHERS);
            little.take(MEGABYTE / 2);
            one.close();
            three.take(2 * MEGABYTE);
        }
        assertThat(budget.taken()).isZero();
    }

    @Test
    void who_waits_gets_what_others_give_back() throws Exception {
        var patient = new MemoryBudget(limits(Duration.ofHours(1)));
        Allowance one = patient.open();
        Allowance two = patient.open();
        one.take(6 * MEGABYTE);
        two.take(6 * MEGABYTE);
        var waiting = new CountDownLatch(1);
        patient.whenShort(waiting::countDown);
        try (var others = Executors.newSingleThreadExecutor();
                Allowance three = patient.open()) {
            var taken = others.submit(() -> three.take(6 * MEGABYTE));
            waiting.await();
            one.close();
            taken.get();
            assertThat(three.held()).isEqualTo(6 * MEGABYTE);
        }
        two.close();
        assertThat(patient.taken()).isZero();
    }

    private static void assertRefused(Allowance command, long bytes, int code) {
        assertThatExceptionOfType(MongoServerError.class)
                .isThrownBy(() -> command.take(bytes))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(code));
    }
}
