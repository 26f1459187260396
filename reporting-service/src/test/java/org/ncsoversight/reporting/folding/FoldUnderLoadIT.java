package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.OwnBroker;
import org.ncsoversight.reporting.heard.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backlog on a machine where every commit takes long: what is counted is commits, not seconds. */
class FoldUnderLoadIT {

    private static final Logger log = LoggerFactory.getLogger(FoldUnderLoadIT.class);
    private static final Duration COMMIT = Duration.ofMillis(200);
    private static final int RECORDS = 30_000;
    private static final String IMPORTED = "99000001";
    private static final String LIVE = "99000002";

    private static final Example CLAIM = Example.of("outcomes/claim-recorded");

    @TempDir
    private Path state;

    /** At 200 ms for each commit, 5,000 records a second need 1,000 and more between two. */
    @Test
    void a_backlog_is_folded_in_batches_of_thousands() {
        try (var broker = OwnBroker.start()) {
            try (KafkaProducer<String, byte[]> producer = broker.producer()) {
                edition(producer);
                for (int i = 0; i < RECORDS; i++) {
                    claim(producer, i % 3, "9900000" + i % 6);
                }
            }
            var clients = new SlowCommits(COMMIT);

            folding(broker, clients, RECORDS);

            List<SlowCommits.Commit> commits = clients.commits();
            SlowCommits.Commit first = commits.getFirst();
            long rest = RECORDS
                    - first.offsets().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            Duration took = Duration.ofNanos(commits.getLast().nanos() - first.nanos());
            log.atInfo()
                    .addKeyValue("records", RECORDS)
                    .addKeyValue("commits", commits.size())
                    .addKeyValue("perSecond", rest * 1_000 / Math.max(1, took.toMillis()))
                    .log("Folded a backlog with " + COMMIT + " for each commit");
            assertThat(commits).hasSizeLessThanOrEqualTo(RECORDS / 1_000);
        }
    }

    @Test
    void a_live_change_in_the_middle_of_an_import_is_published_within_two_commits() {
        try (var broker = OwnBroker.start()) {
            try (KafkaProducer<String, byte[]> producer = broker.producer()) {
                edition(producer);
                for (int i = 0; i < RECORDS; i++) {
                    claim(producer, 0, i == RECORDS / 2 ? LIVE : IMPORTED);
                }
            }
            var clients = new SlowCommits(COMMIT);

            folding(broker, clients, RECORDS);

            List<SlowCommits.Commit> commits = clients.commits();
            var partition = new TopicPartition(Topics.OUTCOMES, 0);
            int read = first(commits, commit -> commit.offsets().getOrDefault(partition, 0L) > RECORDS / 2);
            int published = first(commits, commit -> commit.published().contains(LIVE));
            assertThat(published - read).isBetween(0, 2);
        }
    }

    private static int first(List<SlowCommits.Commit> commits, Predicate<SlowCommits.Commit> wanted) {
        for (int i = 0; i < commits.size(); i++) {
            if (wanted.test(commits.get(i))) {
                return i;
            }
        }
        throw new AssertionError("No such commit of " + commits.size());
    }

    /** Until all claims are read and committed, and those of the live provider published. */
    private void folding(OwnBroker broker, SlowCommits clients, int records) {
        StreamSettings settings = Streams.settings("alone", state);
        try (var streams = new KafkaStreams(
                ReadinessTopology.build(Streams.surroundings((_, _, _, _, _) -> {})),
                new StreamsConfig(Streams.properties(broker, settings, "client")),
                clients)) {
            streams.start();
            OwnBroker.await("all is folded", () -> clients.readOf(Topics.OUTCOMES) == records);
            OwnBroker.await(
                    "what was folded is published",
                    () -> clients.commits().stream()
                            .anyMatch(commit -> commit.published().contains(LIVE)));
        }
    }

    private static void edition(KafkaProducer<String, byte[]> producer) {
        Example edition = Example.of("criteria/edition");
        var _ = producer.send(
                new ProducerRecord<>(Topics.STANDARD, null, edition.key(), edition.value(), edition.headers()));
        producer.flush();
    }

    private static void claim(KafkaProducer<String, byte[]> producer, int partition, String ukprn) {
        Example claim = CLAIM.ofProvider(ukprn).with("claim", UUID.randomUUID().toString());
        var _ = producer.send(new ProducerRecord<>(Topics.OUTCOMES, partition, ukprn, claim.value(), claim.headers()));
    }
}
