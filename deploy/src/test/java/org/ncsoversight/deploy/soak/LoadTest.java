package org.ncsoversight.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Load load = new Load();

    @Test
    void a_round_under_way_is_finished_and_no_other_begun() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        load.begin("lead", Duration.ZERO, () -> {
            begun.countDown();
            goOn.await();
        });
        begun.await();
        Thread ending = Thread.ofVirtual().start(() -> {
            try {
                load.end(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (!load.ended()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        ending.join();

        assertThat(load.rounds().get("lead")).hasValue(1);
        assertThat(load.unexpected()).isEmpty();
    }

    @Test
    void what_no_killed_process_explains_is_counted_by_what_it_was() throws Exception {
        var refused = new CountDownLatch(1);
        load.begin("machine", Duration.ofHours(1), () -> {
            throw new IllegalStateException("POST /items/123e4567-e89b-12d3-a456-426614174000 answered 500");
        });
        load.begin("lead", Duration.ofHours(1), () -> {
            refused.countDown();
            throw new IOException("connection refused");
        });
        refused.await();
        await().atMost(Duration.ofMinutes(5)).until(() -> !load.unexpected().isEmpty());
        load.end(Duration.ofMinutes(5));

        assertThat(load.unexpected()).containsOnlyKeys("machine: POST /items/{id} answered 500");
    }
}
