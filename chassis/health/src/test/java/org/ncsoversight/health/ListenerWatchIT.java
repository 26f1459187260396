package org.ncsoversight.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Kafka;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

class ListenerWatchIT {

    private static final Duration MAY_BE_WITHOUT = Duration.ofSeconds(60);
    private static final String TOPIC = "watched";
    private static final String BROKER = Kafka.bootstrapServersWith(TOPIC);

    private final String group = "group-" + UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private ConcurrentMessageListenerContainer<String, String> listener;
    private ListenerWatch watch;

    @AfterEach
    void stop() {
        watch.close();
        listener.stop();
    }

    @Test
    void a_listener_that_reads_is_up_and_its_partitions_are_told() throws InterruptedException {
        start(RangeAssignor.class, TOPIC);
        await(() -> listener.getAssignedPartitions().size() == Kafka.PARTITIONS);

        look(Duration.ZERO);
        look(MAY_BE_WITHOUT.multipliedBy(10));

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(gauge("ncs.listener.partitions")).isEqualTo(Kafka.PARTITIONS);
        assertThat(gauge("ncs.listener.troubled")).isZero();
    }

    @Test
    void one_without_partitions_is_given_time_and_then_down() throws InterruptedException {
        start(AssignsNothing.class, TOPIC);

        look(Duration.ZERO);
        look(MAY_BE_WITHOUT);
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);

        look(Duration.ofSeconds(1));
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(gauge("ncs.listener.troubled")).isEqualTo(1);
    }

    @Test
    void one_whose_topic_is_not_there_yet_is_up() throws InterruptedException {
        start(RangeAssignor.class, "not-there-yet");

        look(Duration.ZERO);
        look(MAY_BE_WITHOUT.multipliedBy(2));

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void one_that_was_stopped_is_down_at_once_and_up_when_it_runs_again() throws InterruptedException {
        start(RangeAssignor.class, TOPIC);
        await(() -> listener.getAssignedPartitions().size() == Kafka.PARTITIONS);
        look(Duration.ZERO);

        listener.stop();
        look(Duration.ZERO);
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.health().getDetails().get("watched").toString()).isEqualTo("STOPPED");

        listener.start();
        look(Duration.ZERO);
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void partitions_that_another_member_reads_are_not_unread() throws InterruptedException {
        start(AssignsNothing.class, TOPIC);
        var unread = new UnreadPartitions(Map.of("bootstrap.servers", BROKER));
        String other = "group-" + UUID.randomUUID();
        assertThat(unread.any(other, List.of(TOPIC))).isTrue();

        try (var reader = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER, "group.id", other),
                new StringDeserializer(),
                new StringDeserializer())) {
            reader.subscribe(List.of(TOPIC));
            await(() -> {
                reader.poll(Duration.ofMillis(100));
                return reader.assignment().size() == Kafka.PARTITIONS;
            });
            assertThat(unread.any(other, List.of(TOPIC))).isFalse();
        }
    }

    @Test
    void a_broker_that_is_away_has_nothing_to_read() throws InterruptedException {
        start(AssignsNothing.class, TOPIC);

        assertThat(new UnreadPartitions(Map.of("bootstrap.servers", "127.0.0.1:9")).any(group, List.of(TOPIC)))
                .isFalse();
    }

    private void start(Class<? extends ConsumerPartitionAssignor> assignor, String topic) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of(
                        "bootstrap.servers", BROKER, "partition.assignment.strategy", List.of(assignor.getName())),
                new StringDeserializer(),
                new StringDeserializer());
        var properties = new ContainerProperties(topic);
        properties.setGroupId(group);
        properties.setMessageListener((MessageListener<String, String>) _ -> {});
        listener = new ConcurrentMessageListenerContainer<>(consumers, properties);
        listener.setBeanName("watched");
        listener.start();
        watch = new ListenerWatch(
                () -> List.of(listener),
                new UnreadPartitions(Map.of("bootstrap.servers", BROKER)),
                MAY_BE_WITHOUT,
                meters,
                clock);
    }

    private void look(Duration later) throws InterruptedException {
        clock.goBy(later);
        watch.look();
    }

    private double gauge(String name) {
        return meters.get(name).tag("listener", "watched").gauge().value();
    }

    private static void await(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
