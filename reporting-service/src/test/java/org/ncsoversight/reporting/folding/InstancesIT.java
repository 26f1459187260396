package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.reporting.OwnBroker;

/** Several processes over one group, as far as Kafka and the file system can tell them apart. */
class InstancesIT {

    private static OwnBroker broker;

    @TempDir
    private Path one;

    @TempDir
    private Path other;

    private final StreamWatch watch = new StreamWatch(Streams.CLOCK, new SimpleMeterRegistry());
    private ReadinessStream first;
    private ReadinessStream second;

    @BeforeAll
    static void startBroker() {
        broker = OwnBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void stop() {
        first.stop();
        if (second != null) {
            second.stop();
        }
    }

    @Test
    void two_with_two_names_share_the_partitions() {
        first = start("north", one);
        second = start("south", other);

        OwnBroker.await(
                "both have partitions",
                () -> members().size() == 2
                        && members().stream()
                                .noneMatch(member ->
                                        member.assignment().topicPartitions().isEmpty()));
    }

    @Test
    void a_second_with_the_same_name_refuses_to_start_and_says_why_in_one_sentence() {
        first = start("east", one);
        running();
        ReadinessStream twin = stream("east", other);

        assertThatThrownBy(twin::start)
                .isInstanceOf(NameTaken.class)
                .hasMessageStartingWith("Another reporting-service named east is running at ");
        assertThat(twin.isRunning()).isFalse();
        assertThat(watch.state()).isEqualTo(State.RUNNING);
        assertThat(new NameTaken.Analyzer()
                        .analyze(NameTaken.inGroup("east", "here"))
                        .getDescription())
                .isEqualTo(NameTaken.sentence("east", "here"));
    }

    @Test
    void a_second_in_the_same_folder_refuses_at_once() {
        first = start("west", one);
        ReadinessStream twin = stream("west-2", one);

        assertThatThrownBy(twin::start)
                .isInstanceOf(NameTaken.class)
                .hasMessageStartingWith("Another reporting-service uses the state folder " + one);
    }

    @Test
    void one_that_comes_back_meets_its_own_ghost_and_goes_on() {
        first = start("again", one);
        running();
        first.stop();
        OwnBroker.await(
                "the ghost is a member still",
                () -> members().stream()
                        .anyMatch(member -> member.groupInstanceId().orElse("").startsWith("again-")));

        first = start("again", one);

        running();
    }

    @Test
    void one_that_is_fenced_at_run_time_says_who_has_its_name_and_does_not_fight() {
        first = start("fenced", one);
        running();
        StreamSettings settings = Streams.settings("fenced", other);
        try (var stronger = new KafkaStreams(
                ReadinessTopology.build(Streams.surroundings((_, _, _, _, _) -> {})),
                new StreamsConfig(Streams.properties(broker, settings, "stronger")))) {
            stronger.start();

            OwnBroker.await("it says so", () -> watch.nameTaken().isPresent());

            assertThat(watch.nameTaken().orElseThrow()).startsWith("Another reporting-service named fenced");
            OwnBroker.await("the stronger runs", () -> stronger.state() == State.RUNNING);
            assertThat(watch.failuresWithin(Duration.ofHours(1))).isEqualTo(1);
        }
    }

    private ReadinessStream start(String instance, Path folder) {
        ReadinessStream stream = stream(instance, folder);
        stream.start();
        return stream;
    }

    private ReadinessStream stream(String instance, Path folder) {
        return Streams.stream(
                broker,
                instance,
                folder,
                (_, _, _, _, _) -> {},
                folder.equals(one) ? watch : new StreamWatch(Streams.CLOCK, new SimpleMeterRegistry()));
    }

    private void running() {
        OwnBroker.await("the stream runs", () -> watch.state() == State.RUNNING);
    }

    private static Collection<MemberDescription> members() {
        try (Admin admin = broker.admin()) {
            return admin.describeConsumerGroups(List.of(ReadinessTopology.APPLICATION_ID))
                    .all()
                    .get()
                    .get(ReadinessTopology.APPLICATION_ID)
                    .members();
        } catch (ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
