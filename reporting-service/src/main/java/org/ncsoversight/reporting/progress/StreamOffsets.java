package org.ncsoversight.reporting.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.internals.TopicPartitionMetadata;
import org.ncsoversight.reporting.folding.ReadinessTopology;
import org.ncsoversight.reporting.heard.Topics;

/** Asks the brokers how far the stream, on whatever instance, has committed what the producers sent. */
final class StreamOffsets implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<String> TOPICS =
            List.of(Topics.PROVIDERS, Topics.EVIDENCE, Topics.FEEDBACK, Topics.OUTCOMES, Topics.REPLAYS);

    /** Partitions are only ever added, and seldom. */
    private static final int ANSWERS_BETWEEN_LOOKS_AT_TOPICS = 60;

    private final Admin admin;
    private List<TopicPartition> partitions = List.of();
    private int answers;

    StreamOffsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * What the brokers say.
     *
     * @param behind records not committed yet
     * @param committed grows with everything that is committed
     * @param heardUpTo the time of the last record before what is missing; empty when nothing is, or that is not known
     */
    record Offsets(long behind, long committed, Optional<Instant> heardUpTo) {}

    Offsets ask() throws ExecutionException, InterruptedException, TimeoutException {
        if (answers++ % ANSWERS_BETWEEN_LOOKS_AT_TOPICS == 0 || partitions.isEmpty()) {
            partitions = get(admin.describeTopics(TOPICS).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
        }
        Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(get(
                admin.listConsumerGroupOffsets(ReadinessTopology.APPLICATION_ID).partitionsToOffsetAndMetadata()));
        known.values().removeIf(Objects::isNull);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        // Where nothing was committed there may be nothing left to commit: old records are removed in time.
        Map<TopicPartition, Long> starts = offsets(
                partitions.stream().filter(each -> !known.containsKey(each)).toList(), OffsetSpec.earliest());
        return compare(known, starts, ends);
    }

    static Offsets compare(
            Map<TopicPartition, OffsetAndMetadata> known,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends) {
        long behind = 0;
        long committed = 0;
        Optional<Instant> heardUpTo = Optional.of(Instant.MAX);
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata last = known.get(end.getKey());
            long reached = last == null ? starts.getOrDefault(end.getKey(), 0L) : last.offset();
            long missing = Math.max(0, end.getValue() - reached);
            behind += missing;
            committed += reached;
            if (missing > 0) {
                heardUpTo = earlier(heardUpTo, last == null ? Optional.empty() : timeIn(last));
            }
        }
        return new Offsets(behind, committed, heardUpTo.filter(time -> !time.equals(Instant.MAX)));
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.flatMap(first -> other.map(second -> first.isBefore(second) ? first : second));
    }

    /** Kafka Streams notes with each commit up to which time it has read the partition. */
    private static Optional<Instant> timeIn(OffsetAndMetadata committed) {
        long millis = TopicPartitionMetadata.decode(committed.metadata()).partitionTime();
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (of.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> question =
                of.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return get(admin.listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, StreamOffsets::offset));
    }

    private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> answer) {
        return answer.getValue().offset();
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was not answered is not waited for. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
